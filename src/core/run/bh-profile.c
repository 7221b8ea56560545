/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/bh-profile.h"

const char *const bh_profile_engines[] = {
  [BH_ENGINE_DOCKER] = "docker",
  [BH_ENGINE_PODMAN] = "podman",
  NULL,
};

const char *const bh_profile_verbs[] = {
  [BH_VERB_RUN] = "run",
  [BH_VERB_CREATE] = "create",
  NULL,
};

const char *const bh_profile_expansions[] = {
  [BH_EXPANSION_PARAMETER] = "parameter",
  [BH_EXPANSION_COMMAND] = "command",
  [BH_EXPANSION_ARITHMETIC] = "arithmetic",
  [BH_EXPANSION_TILDE] = "tilde",
  NULL,
};

gboolean
bh_profile_is_implied (const BhSetting *setting)
{
  return setting->option != NULL && !bh_option_takes_value (setting->option) &&
         bh_text_is_literal (setting->value) && g_str_equal (setting->value->str, "true");
}
