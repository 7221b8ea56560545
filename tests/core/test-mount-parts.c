/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "value/bh-mount-parts.h"

typedef struct
{
  const char *option;
  const char *value;
  BhMountPlace place;
  const char *source;
  const char *target;
  gboolean readonly;
  const char *expected_option;
  const char *expected;
} Case;

#define HOST BH_MOUNT_PLACE_HOST
#define VOLUME BH_MOUNT_PLACE_VOLUME
#define MEMORY BH_MOUNT_PLACE_MEMORY

static const Case cases[] = {
  /* The same again stays the same. */
  { "volume", "/a:/b", HOST, "/a", "/b", FALSE, "volume", "/a:/b" },
  { "volume", "/a:/b:ro,z", HOST, "/a", "/b", TRUE, "volume", "/a:/b:ro,z" },
  { "volume", "/b", VOLUME, "", "/b", FALSE, "volume", "/b" },
  { "tmpfs", "/t:size=1m", MEMORY, NULL, "/t", FALSE, "tmpfs", "/t:size=1m" },
  { "mount", "type=bind,src=/a,dst=/b", HOST, "/a", "/b", FALSE, "mount",
    "type=bind,src=/a,dst=/b" },
  /* Parts change, the rest stays. */
  { "volume", "/a:/b:rw,z", HOST, "/c", "/b", TRUE, "volume", "/c:/b:ro,z" },
  { "volume", "/a:/b:ro", HOST, "/a", "/b", FALSE, "volume", "/a:/b" },
  { "tmpfs", "/t", MEMORY, NULL, "/u", TRUE, "tmpfs", "/u:ro" },
  { "mount", "type=bind,source=/a,target=/b,bind-propagation=rslave", HOST, "/a", "/c", TRUE,
    "mount", "type=bind,source=/a,target=/c,readonly,bind-propagation=rslave" },
  { "mount", "type=bind,src=/a,dst=/b,ro", HOST, "/a", "/b", FALSE, "mount",
    "type=bind,src=/a,dst=/b" },
  { "mount", "type=bind,src=/a,dst=/b", HOST, "/a,b", "/b", FALSE, "mount",
    "type=bind,\"src=/a,b\",dst=/b" },
  /* Another place. */
  { "volume", "/srv/web:/b:z", VOLUME, NULL, "/b", FALSE, "volume", "web:/b:z" },
  { "volume", "web:/b", HOST, NULL, "/b", TRUE, "volume", "./web:/b:ro" },
  { "volume", "/srv/web:/b:z", MEMORY, NULL, "/b", FALSE, "tmpfs", "/b" },
  { "tmpfs", "/b:size=1m", VOLUME, NULL, "/b", FALSE, "volume", "data:/b" },
  { "mount", "type=bind,src=/a,dst=/b", MEMORY, NULL, "/b", FALSE, "mount", "type=tmpfs,dst=/b" },
};

static void
test_write (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      const BhOption *option = bh_option_get (c->option);
      g_autoptr (BhText) value = bh_text_new (c->value);
      g_autoptr (BhText) written =
          bh_mount_parts_write (&option, value, c->place, c->source, c->target, c->readonly);

      g_test_message ("%s %s", c->option, c->value);
      g_assert_cmpstr (option->name, ==, c->expected_option);
      g_assert_cmpstr (written->str, ==, c->expected);
    }
}

/* "$PWD/data":/data is edited without becoming a literal dollar. */
static void
test_expansions (void)
{
  const BhOption *option = bh_option_get ("volume");
  g_auto (BhTextBuilder) builder = { 0 };
  g_autoptr (BhText) value = NULL;
  g_autoptr (BhText) written = NULL;

  bh_text_builder_init (&builder);
  bh_text_builder_append_expansion (&builder, BH_EXPANSION_PARAMETER, "$PWD", 4, FALSE);
  bh_text_builder_append (&builder, "/data:/data", -1);
  value = bh_text_builder_end (&builder);
  written = bh_mount_parts_write (&option, value, HOST, "$PWD/data", "/srv", TRUE);
  g_assert_cmpstr (written->str, ==, "$PWD/data:/srv:ro");
  g_assert_cmpuint (written->n_expansions, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mount-parts/write", test_write);
  g_test_add_func ("/mount-parts/expansions", test_expansions);
  return g_test_run ();
}
