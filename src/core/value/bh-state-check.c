/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-i18n.h"
#include "value/bh-checks.h"
#include "value/bh-conflicts.h"

/* How the value of a kind is checked; kinds that are not here take any text. BY_PARTS: the check
 * looks at what the shell leaves alone, so that a value may hold expansions. */
static const struct
{
  BhCheck check;
  gboolean by_parts;
} checks[BH_N_KINDS] = {
  [BH_KIND_FLAG] = { bh_check_flag },
  [BH_KIND_INTEGER] = { bh_check_integer },
  [BH_KIND_BYTES] = { bh_check_bytes },
  [BH_KIND_CPUS] = { bh_check_cpus },
  [BH_KIND_CPUSET] = { bh_check_cpuset },
  [BH_KIND_DURATION] = { bh_check_duration },
  [BH_KIND_PORT] = { bh_check_port, TRUE },
  [BH_KIND_EXPOSE] = { bh_check_expose },
  [BH_KIND_NETWORK] = { bh_check_network },
  [BH_KIND_ADDRESS] = { bh_check_address },
  [BH_KIND_MAC_ADDRESS] = { bh_check_mac_address },
  [BH_KIND_HOST_ENTRY] = { bh_check_host_entry },
  [BH_KIND_HOSTNAME] = { bh_check_hostname },
  [BH_KIND_DOMAIN] = { bh_check_domain },
  [BH_KIND_LINK] = { bh_check_link },
  [BH_KIND_VOLUME] = { bh_check_volume, TRUE },
  [BH_KIND_MOUNT] = { bh_check_mount, TRUE },
  [BH_KIND_TMPFS] = { bh_check_tmpfs, TRUE },
  [BH_KIND_VOLUMES_FROM] = { bh_check_volumes_from },
  [BH_KIND_ENVIRONMENT] = { bh_check_environment, TRUE },
  [BH_KIND_LABEL] = { bh_check_label, TRUE },
  [BH_KIND_KEY_VALUE] = { bh_check_key_value },
  [BH_KIND_SYSCTL] = { bh_check_sysctl },
  [BH_KIND_FILE] = { bh_check_file },
  [BH_KIND_PATH] = { bh_check_absolute_path },
  [BH_KIND_PID_MODE] = { bh_check_word },
  [BH_KIND_IPC_MODE] = { bh_check_word },
  [BH_KIND_UTS_MODE] = { bh_check_word },
  [BH_KIND_USERNS_MODE] = { bh_check_word },
  [BH_KIND_CGROUPNS_MODE] = { bh_check_word },
  [BH_KIND_CAPABILITY] = { bh_check_capability },
  [BH_KIND_SECURITY_OPT] = { bh_check_security_opt },
  [BH_KIND_USER] = { bh_check_user },
  [BH_KIND_DEVICE] = { bh_check_device },
  [BH_KIND_DEVICE_RULE] = { bh_check_device_rule },
  [BH_KIND_DEVICE_BYTES] = { bh_check_device_bytes },
  [BH_KIND_DEVICE_NUMBER] = { bh_check_device_number },
  [BH_KIND_GPUS] = { bh_check_gpus },
  [BH_KIND_ULIMIT] = { bh_check_ulimit },
  [BH_KIND_RESTART] = { bh_check_restart },
  [BH_KIND_SIGNAL] = { bh_check_signal },
  [BH_KIND_LOG_DRIVER] = { bh_check_log_driver },
  [BH_KIND_PULL] = { bh_check_word },
  [BH_KIND_PLATFORM] = { bh_check_platform },
  [BH_KIND_STREAM] = { bh_check_word },
  [BH_KIND_ISOLATION] = { bh_check_word },
  [BH_KIND_CONTAINER_NAME] = { bh_check_container_name },
};

void
bh_option_check_value (const BhOption *option,
                       const BhText *value,
                       int setting,
                       GPtrArray *problems)
{
  const BhChecked checked = { option, value, setting, problems };
  BhCheck check = checks[option->kind].check;

  if (option->flags & BH_OPTION_WINDOWS)
    bh_checked_add (&checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                    _ ("--%s is for Windows containers; this one runs Linux."), option->name)
        ->depends = TRUE;
  else if (check != NULL && (checks[option->kind].by_parts || bh_text_is_literal (value)))
    check (&checked);
}

void
bh_image_check (const BhText *image, GPtrArray *problems)
{
  const BhChecked checked = { NULL, image, BH_PROBLEM_IMAGE, problems };

  if (bh_text_is_literal (image))
    bh_check_image (&checked);
}

static void
check_unknown (const BhSetting *setting, int index, GPtrArray *problems)
{
  const BhChecked checked = { NULL, setting->unknown, index, problems };

  bh_checked_quote (&checked, BH_WHOLE (setting->unknown), BH_STAGE_CLIENT,
                    _ ("docker run has no option “%s”. It may be misspelt, or newer than "
                       "Bulkhead."))
      ->depends = TRUE;
}

/* What Docker refuses, Podman may take: it reads most values alike, but knows more of some. */
static void
leave_to_podman (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    ((BhProblem *) g_ptr_array_index (problems, i))->depends = TRUE;
}

/* What takes two settings is looked for where there are two. */
static void
check_conflicts (const BhState *state, const guint *n_of_kind, GPtrArray *problems)
{
  guint n_mounts = n_of_kind[BH_KIND_VOLUME] + n_of_kind[BH_KIND_MOUNT] + n_of_kind[BH_KIND_TMPFS];

  bh_check_option_conflicts (state, problems);
  if (n_of_kind[BH_KIND_NETWORK] > 0)
    bh_check_networks (state, problems);
  if (n_mounts > 1)
    bh_check_mount_targets (state, problems);
  if (n_of_kind[BH_KIND_PORT] > 1)
    bh_check_port_overlaps (state, problems);
  if (n_of_kind[BH_KIND_ENVIRONMENT] > 1 || n_of_kind[BH_KIND_LABEL] > 1)
    bh_check_overridden (state, problems);
}

static int
compare_settings (gconstpointer a, gconstpointer b)
{
  const BhProblem *x = *(const BhProblem *const *) a;
  const BhProblem *y = *(const BhProblem *const *) b;

  return (x->setting > y->setting) - (x->setting < y->setting);
}

static void
check_settings (const BhState *state, GPtrArray *problems)
{
  guint n_of_kind[BH_N_KINDS] = { 0 };

  for (guint i = 0; i < state->n_settings; i++)
    {
      const BhSetting *setting = state->settings[i];

      if (setting->option != NULL)
        {
          n_of_kind[setting->option->kind]++;
          bh_option_check_value (setting->option, setting->value, (int) i, problems);
        }
      else if (state->engine == BH_ENGINE_DOCKER)
        check_unknown (setting, (int) i, problems);
    }
  check_conflicts (state, n_of_kind, problems);
  g_ptr_array_sort (problems, compare_settings);
  if (state->engine == BH_ENGINE_PODMAN)
    leave_to_podman (problems);
}

GPtrArray *
bh_state_check (const BhState *state)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_problem_free);

  check_settings (state, problems);
  if (state->image != NULL)
    bh_image_check (state->image, problems);
  else
    g_ptr_array_add (problems,
                     bh_problem_new (BH_PROBLEM_WHOLE, (BhRange){ 0, 0 }, BH_STAGE_CLIENT,
                                     _ ("No image is chosen yet. Nothing can run without one.")));
  return problems;
}
