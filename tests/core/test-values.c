/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "value/bh-byte-size.h"
#include "value/bh-capability.h"
#include "value/bh-image-ref.h"
#include "value/bh-mount.h"
#include "value/bh-port.h"

static void
assert_range (const BhText *text, BhRange range, const char *expected)
{
  g_autofree char *got = bh_text_dup_range (text, range);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_ports (void)
{
  static const struct
  {
    const char *value;
    const char *address, *host, *container, *protocol;
    guint host_first, container_last;
  } rows[] = {
    { "80", "", "", "80", "", 0, 80 },
    { ":80", "", "", "80", "", 0, 80 },
    { "8080:80", "", "8080", "80", "", 8080, 80 },
    { "080:80/TCP", "", "080", "80", "TCP", 80, 80 },
    { "127.0.0.1:8080:80/udp", "127.0.0.1", "8080", "80", "udp", 8080, 80 },
    { "127.0.0.1::80", "127.0.0.1", "", "80", "", 0, 80 },
    { "[::1]:8080:80", "::1", "8080", "80", "", 8080, 80 },
    { "::1:8080:80", "::1", "8080", "80", "", 8080, 80 },
    { "8000-8002:80-82", "", "8000-8002", "80-82", "", 8000, 82 },
    { "published=8080,target=80,protocol=udp", "", "8080", "80", "udp", 8080, 80 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BhText) value = bh_text_new (rows[i].value);
      BhPort port;

      g_test_message ("%s", rows[i].value);
      g_assert_true (bh_port_parse (value, &port));
      assert_range (value, port.address, rows[i].address);
      assert_range (value, port.host, rows[i].host);
      assert_range (value, port.container, rows[i].container);
      assert_range (value, port.protocol, rows[i].protocol);
      g_assert_cmpuint (port.host_first, ==, rows[i].host_first);
      g_assert_cmpuint (port.container_last, ==, rows[i].container_last);
    }
}

static void
test_ports_refused (void)
{
  static const char *const rows[] = { "",       "8080:",    "70000:80", "8080:65536",
                                      "80:abc", " 8080:80", "82-80:80", "published=80" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BhText) value = bh_text_new (rows[i]);
      BhPort port;

      g_test_message ("%s", rows[i]);
      g_assert_false (bh_port_parse (value, &port));
    }
}

/* The client drops the address of the long form: the reader must be told. */
static void
test_port_host_ip_is_ignored (void)
{
  g_autoptr (BhText) value = bh_text_new ("published=1,target=2,host_ip=127.0.0.1");
  BhPort port;

  g_assert_true (bh_port_parse (value, &port));
  g_assert_true (port.address_ignored);
  assert_range (value, port.address, "127.0.0.1");
}

static void
test_port_print (void)
{
  g_autoptr (BhText) v6 = bh_text_new ("::1");
  g_autoptr (BhText) host = bh_text_new ("8080");
  g_autoptr (BhText) container = bh_text_new ("80");
  g_autoptr (BhText) full = bh_port_print (v6, host, container, NULL);
  g_autoptr (BhText) random = bh_port_print (NULL, NULL, container, NULL);

  g_assert_cmpstr (full->str, ==, "[::1]:8080:80");
  g_assert_cmpstr (random->str, ==, "80");
}

static void
test_volumes (void)
{
  static const struct
  {
    const char *value;
    BhVolumeSource kind;
    const char *source, *target, *modes;
  } rows[] = {
    { "/data", BH_VOLUME_SOURCE_NONE, "", "/data", "" },
    { "data:/d", BH_VOLUME_SOURCE_NAME, "data", "/d", "" },
    { "/srv:/d:ro,z", BH_VOLUME_SOURCE_PATH, "/srv", "/d", "ro,z" },
    { "./x:/d", BH_VOLUME_SOURCE_PATH, "./x", "/d", "" },
    { "a:/d", BH_VOLUME_SOURCE_LETTER, "a", "/d", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BhText) value = bh_text_new (rows[i].value);
      BhVolume volume;

      g_assert_true (bh_volume_parse (value, &volume));
      g_assert_cmpint (volume.kind, ==, rows[i].kind);
      assert_range (value, volume.source, rows[i].source);
      assert_range (value, volume.target, rows[i].target);
      assert_range (value, volume.modes, rows[i].modes);
      g_assert_cmpint (bh_text_has_word (value, volume.modes, "ro"), ==, rows[i].modes[0] == 'r');
    }
}

static void
test_mounts (void)
{
  g_autoptr (BhText) value =
      bh_text_new ("type=bind,src=/srv/data,dst=/data,readonly,bind-propagation=rslave");
  g_autoptr (BhText) quoted =
      bh_text_new ("type=volume,\"volume-opt=o=addr=10.0.0.1,rw\",target=/data,ro=false");
  BhMount mount;

  g_assert_true (bh_mount_parse (value, &mount));
  assert_range (value, mount.type, "bind");
  assert_range (value, mount.source, "/srv/data");
  assert_range (value, mount.target, "/data");
  assert_range (value, mount.propagation, "rslave");
  g_assert_true (mount.readonly);
  g_assert_true (bh_mount_parse (quoted, &mount));
  assert_range (quoted, mount.target, "/data");
  g_assert_false (mount.readonly);
}

static void
test_sizes (void)
{
  static const struct
  {
    const char *value;
    gint64 bytes; /* -1: refused */
  } rows[] = {
    { "512m", 512 << 20 },
    { "1.5g", 1536 << 20 },
    { ".5k", 512 },
    { "+512", 512 },
    { "64 KiB", 65536 },
    { "1GB", 1 << 30 },
    { "0", 0 },
    { "abc", -1 },
    { "-1", -1 },
    { "", -1 },
    { "1e3", 1000 },
    { "1_0m", 10 << 20 },
    { "0x10", -1 },
    { "1 k", 1024 },
    { "1  k", -1 },
    { "5%", -1 },
    { "1,5g", -1 },
    { "1.2.3", -1 },
    { "5 x", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint64 bytes = 0;
      gboolean ok = bh_byte_size_parse (rows[i].value, &bytes);

      g_test_message ("%s", rows[i].value);
      g_assert_cmpint (ok, ==, rows[i].bytes >= 0);
      if (ok)
        g_assert_cmpuint (bytes, ==, (guint64) rows[i].bytes);
    }
}

static void
test_byte_units (void)
{
  static const struct
  {
    const char *value;
    const char *number; /* NULL: it is none */
    BhByteUnit unit;
  } rows[] = {
    { "512m", "512", BH_BYTE_UNIT_MIB },     { "1.5GiB", "1.5", BH_BYTE_UNIT_GIB },
    { "64 kb", "64", BH_BYTE_UNIT_KIB },     { "100", "100", BH_BYTE_UNIT_B },
    { "100b", "100", BH_BYTE_UNIT_B },       { "2t", "2", BH_BYTE_UNIT_TIB },
    { "1.2.3m", "1.2.3", BH_BYTE_UNIT_MIB }, { "2p", NULL, BH_BYTE_UNIT_B },
    { "-1", NULL, BH_BYTE_UNIT_B },          { "m", NULL, BH_BYTE_UNIT_B },
    { "$MEM", NULL, BH_BYTE_UNIT_B },        { "", NULL, BH_BYTE_UNIT_B },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize len = 0;
      BhByteUnit unit = BH_BYTE_UNIT_B;
      gboolean ok = bh_byte_size_split (rows[i].value, &len, &unit);
      g_autofree char *number = ok ? g_strndup (rows[i].value, len) : NULL;

      g_assert_cmpstr (number, ==, rows[i].number);
      g_assert_cmpint (unit, ==, rows[i].unit);
    }
}

static void
test_capabilities (void)
{
  BhCapability capability;

  for (guint i = 0; i < BH_N_CAPABILITIES; i++)
    {
      const char *name = bh_capability_to_string (i);

      g_assert_true (bh_capability_from_string (name, strlen (name), &capability));
      g_assert_cmpuint (capability, ==, i);
      g_assert_nonnull (bh_capability_get_summary (i));
    }
  g_assert_true (bh_capability_from_string ("cap_sys_admin", 13, &capability));
  g_assert_cmpuint (capability, ==, BH_CAP_SYS_ADMIN);
  g_assert_false (bh_capability_from_string ("SYS_ADMI", 8, &capability));
  g_assert_false (bh_capability_from_string ("NET-ADMIN", 9, &capability));
  g_assert_false (bh_capability_from_string ("", 0, &capability));
}

static void
test_images (void)
{
  static const struct
  {
    const char *image;
    const char *host, *name, *tag, *digest;
  } rows[] = {
    { "nginx", "", "nginx", "", "" },
    { "nginx:1.27", "", "nginx", "1.27", "" },
    { "library/nginx@sha256:abc", "", "nginx", "", "sha256:abc" },
    { "localhost:5000/a/b:c", "localhost:5000", "b", "c", "" },
    { "ghcr.io/x/y", "ghcr.io", "y", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BhText) image = bh_text_new (rows[i].image);
      BhImageRef ref;

      bh_image_ref_parse (image, &ref);
      assert_range (image, ref.host, rows[i].host);
      assert_range (image, ref.name, rows[i].name);
      assert_range (image, ref.tag, rows[i].tag);
      assert_range (image, ref.digest, rows[i].digest);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/values/ports", test_ports);
  g_test_add_func ("/values/ports-refused", test_ports_refused);
  g_test_add_func ("/values/port-host-ip-is-ignored", test_port_host_ip_is_ignored);
  g_test_add_func ("/values/port-print", test_port_print);
  g_test_add_func ("/values/volumes", test_volumes);
  g_test_add_func ("/values/mounts", test_mounts);
  g_test_add_func ("/values/sizes", test_sizes);
  g_test_add_func ("/values/byte-units", test_byte_units);
  g_test_add_func ("/values/capabilities", test_capabilities);
  g_test_add_func ("/values/images", test_images);
  return g_test_run ();
}
