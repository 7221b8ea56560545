/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-lifecycle-fixes.h"

#include <string.h>

#include "value/bh-image-ref.h"

/* Official images that bring a tool to ask themselves with. */
static const struct
{
  const char *name;
  const char *command;
} health_checks[] = {
  { "mariadb", "healthcheck.sh --connect --innodb_initialized" },
  { "mongo", "mongosh --quiet --eval 'db.runCommand(\"ping\").ok'" },
  { "mysql", "mysqladmin ping -h 127.0.0.1 --silent" },
  { "nginx", "curl -fs -o /dev/null http://localhost/ || exit 1" },
  /* Over the network: while the data is first set up, only the local socket answers. */
  { "postgres", "pg_isready -q -h 127.0.0.1" },
  { "rabbitmq", "rabbitmq-diagnostics -q ping" },
  { "redis", "redis-cli ping" },
  { "valkey", "valkey-cli ping" },
};

/* (nullable): what asks the container whether it works. */
static const char *
find_health_check (const BhText *image)
{
  g_autofree char *path = NULL;
  const char *name;
  BhImageRef ref;

  bh_image_ref_parse (image, &ref);
  if (ref.host.end > ref.host.begin && !bh_text_range_equal (image, ref.host, "docker.io"))
    return NULL;
  path = bh_text_dup_range (image, ref.path);
  name = g_str_has_prefix (path, "library/") ? path + strlen ("library/") : path;
  for (gsize i = 0; i < G_N_ELEMENTS (health_checks); i++)
    if (g_str_equal (name, health_checks[i].name))
      return health_checks[i].command;
  return NULL;
}

BhState *
bh_fix_health_check (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  const char *command = state->image != NULL ? find_health_check (state->image) : NULL;
  g_autoptr (BhSetting) setting = NULL;

  if (command == NULL)
    return bh_state_ref ((BhState *) state);
  setting = bh_setting_new ("health-cmd", command);
  return bh_state_set (state, setting);
}
