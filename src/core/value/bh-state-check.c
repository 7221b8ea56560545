/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-i18n.h"
#include "value/bh-checks.h"

/* Kinds that are not here take any text. */
static const BhCheck checks[BH_N_KINDS] = {
  [BH_KIND_FLAG] = bh_check_flag,
  [BH_KIND_INTEGER] = bh_check_integer,
  [BH_KIND_BYTES] = bh_check_bytes,
  [BH_KIND_CPUS] = bh_check_cpus,
  [BH_KIND_DURATION] = bh_check_duration,
  [BH_KIND_PORT] = bh_check_port,
  [BH_KIND_EXPOSE] = bh_check_expose,
  [BH_KIND_NETWORK] = bh_check_network,
  [BH_KIND_ADDRESS] = bh_check_address,
  [BH_KIND_VOLUME] = bh_check_volume,
  [BH_KIND_MOUNT] = bh_check_mount,
  [BH_KIND_TMPFS] = bh_check_tmpfs,
  [BH_KIND_ENVIRONMENT] = bh_check_environment,
  [BH_KIND_LABEL] = bh_check_environment,
  [BH_KIND_PATH] = bh_check_absolute_path,
  [BH_KIND_PID_MODE] = bh_check_word,
  [BH_KIND_IPC_MODE] = bh_check_word,
  [BH_KIND_UTS_MODE] = bh_check_word,
  [BH_KIND_USERNS_MODE] = bh_check_word,
  [BH_KIND_CGROUPNS_MODE] = bh_check_word,
  [BH_KIND_PULL] = bh_check_word,
  [BH_KIND_STREAM] = bh_check_word,
  [BH_KIND_CAPABILITY] = bh_check_capability,
  [BH_KIND_ULIMIT] = bh_check_ulimit,
  [BH_KIND_RESTART] = bh_check_restart,
  [BH_KIND_CONTAINER_NAME] = bh_check_container_name,
};

void
bh_option_check_value (const BhOption *option,
                       const BhText *value,
                       int setting,
                       GPtrArray *problems)
{
  BhCheck check = checks[option->kind];

  /* What the shell will put in cannot be judged. */
  if (check != NULL && bh_text_is_literal (value))
    check (option, value, setting, problems);
}

GPtrArray *
bh_state_check (const BhState *state)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_problem_free);

  for (guint i = 0; i < state->n_settings; i++)
    {
      const BhSetting *setting = state->settings[i];

      if (setting->option != NULL)
        bh_option_check_value (setting->option, setting->value, (int) i, problems);
    }
  if (state->image == NULL)
    g_ptr_array_add (problems,
                     bh_problem_new (BH_PROBLEM_WHOLE, (BhRange){ 0, 0 }, BH_STAGE_CLIENT,
                                     _ ("No image is chosen yet. Nothing can run without one.")));
  return problems;
}
