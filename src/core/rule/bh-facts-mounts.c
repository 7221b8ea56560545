/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-facts-private.h"

#include <string.h>

#include "value/bh-mount.h"

/* Kept until it is said otherwise: a parent's class holds for what is below it, the longest path
 * wins. */
static const struct
{
  const char *path;
  BhPathClass path_class;
  gboolean exact; /* only this path, not what is below */
} classes[] = {
  { "/", BH_PATH_ROOT, TRUE },
  { "/bin", BH_PATH_SYSTEM_CRITICAL },
  { "/boot", BH_PATH_SYSTEM_CRITICAL },
  { "/dev", BH_PATH_DEV },
  { "/etc", BH_PATH_SYSTEM_CRITICAL },
  { "/etc/ca-certificates", BH_PATH_SYSTEM_HARMLESS },
  { "/etc/group", BH_PATH_SYSTEM_HARMLESS },
  { "/etc/hostname", BH_PATH_SYSTEM_HARMLESS },
  { "/etc/hosts", BH_PATH_SYSTEM_HARMLESS },
  { "/etc/letsencrypt", BH_PATH_SECRETS },
  { "/etc/localtime", BH_PATH_SYSTEM_HARMLESS },
  { "/etc/machine-id", BH_PATH_SYSTEM_HARMLESS },
  { "/etc/os-release", BH_PATH_SYSTEM_HARMLESS },
  { "/etc/passwd", BH_PATH_SYSTEM_HARMLESS },
  { "/etc/resolv.conf", BH_PATH_SYSTEM_HARMLESS },
  { "/etc/shadow", BH_PATH_SECRETS },
  { "/etc/ssl/certs", BH_PATH_SYSTEM_HARMLESS },
  { "/etc/ssl/private", BH_PATH_SECRETS },
  { "/etc/timezone", BH_PATH_SYSTEM_HARMLESS },
  { "/home", BH_PATH_SYSTEM, TRUE },
  { "/lib", BH_PATH_SYSTEM_CRITICAL },
  { "/lib/modules", BH_PATH_SYSTEM },
  { "/lib64", BH_PATH_SYSTEM_CRITICAL },
  { "/opt", BH_PATH_SYSTEM, TRUE },
  { "/private/etc", BH_PATH_SYSTEM_CRITICAL },
  { "/proc", BH_PATH_PROC },
  { "/root", BH_PATH_SYSTEM_CRITICAL, TRUE },
  { "/run", BH_PATH_ENGINE_SOCKET_PARENT, TRUE },
  { "/run/dbus", BH_PATH_DESKTOP },
  { "/run/user", BH_PATH_DESKTOP },
  { "/sbin", BH_PATH_SYSTEM_CRITICAL },
  { "/snap", BH_PATH_SYSTEM, TRUE },
  { "/srv", BH_PATH_SYSTEM, TRUE },
  { "/sys", BH_PATH_SYS },
  { "/tmp/.X11-unix", BH_PATH_DESKTOP },
  { "/usr", BH_PATH_SYSTEM_CRITICAL, TRUE },
  { "/usr/bin", BH_PATH_SYSTEM_CRITICAL },
  { "/usr/lib", BH_PATH_SYSTEM_CRITICAL },
  { "/usr/local/bin", BH_PATH_SYSTEM_CRITICAL },
  { "/usr/local/lib", BH_PATH_SYSTEM_CRITICAL },
  { "/usr/local/sbin", BH_PATH_SYSTEM_CRITICAL },
  { "/usr/sbin", BH_PATH_SYSTEM_CRITICAL },
  { "/usr/share/zoneinfo", BH_PATH_SYSTEM_HARMLESS },
  { "/var", BH_PATH_SYSTEM, TRUE },
  { "/var/lib", BH_PATH_SYSTEM, TRUE },
  { "/var/lib/containerd", BH_PATH_SYSTEM_CRITICAL },
  { "/var/lib/docker", BH_PATH_SYSTEM_CRITICAL },
  { "/var/run", BH_PATH_ENGINE_SOCKET_PARENT, TRUE },
  { "/var/run/dbus", BH_PATH_DESKTOP },
  { "/var/spool/cron", BH_PATH_SYSTEM_CRITICAL },
  { "~", BH_PATH_HOME, TRUE },
};

/* What lies in a home folder and opens other doors. */
static const char *const home_secrets[] = {
  ".ssh",    ".aws",           ".gnupg",           ".kube",         ".docker",
  ".config", ".netrc",         ".git-credentials", ".bash_history", ".mozilla",
  ".azure",  ".config/gcloud", ".npmrc",           ".pgpass",
};

/* Sockets of agents: OpenSSH's own, GNOME's and gcr's. */
static gboolean
is_ssh_agent (const char *path)
{
  return (g_str_has_prefix (path, "/tmp/ssh-") && strstr (path, "/agent.") != NULL) ||
         g_str_has_suffix (path, "/keyring/ssh") || g_str_has_suffix (path, "/gcr/ssh");
}

static const char *const sockets[] = { "docker.sock", "podman.sock", "containerd.sock",
                                       "crio.sock" };

static gboolean
is_at_or_below (const char *path, const char *parent)
{
  gsize len;

  /* Most differ in their second letter, after the "/". */
  if (path[0] != parent[0] || (parent[1] != '\0' && path[1] != parent[1]))
    return FALSE;
  len = strlen (parent);
  return strncmp (path, parent, len) == 0 && (path[len] == '\0' || path[len] == '/');
}

/* What follows the home folder of somebody: "" for the folder itself, NULL when it is none. */
static const char *
below_home (const char *path)
{
  const char *rest = NULL;

  if (path[0] == '~')
    rest = path + 1;
  else if (is_at_or_below (path, "/root"))
    rest = path + strlen ("/root");
  else if (g_str_has_prefix (path, "/home/") || g_str_has_prefix (path, "/Users/"))
    {
      rest = strchr (path + strlen ("/home/"), '/');
      if (rest == NULL)
        rest = "";
    }
  if (rest != NULL && *rest == '/')
    rest++;
  return rest;
}

static gboolean
is_secret_file (const char *path)
{
  const char *name = strrchr (path, '/');
  const char *rest = below_home (path);

  name = name != NULL ? name + 1 : path;
  if (g_str_has_suffix (name, ".pem") || g_str_has_prefix (name, "id_rsa") ||
      g_str_has_prefix (name, "id_ed25519"))
    return TRUE;
  for (guint i = 0; rest != NULL && i < G_N_ELEMENTS (home_secrets); i++)
    if (is_at_or_below (rest, home_secrets[i]))
      return TRUE;
  return FALSE;
}

BhPathClass
bh_path_classify (const char *path)
{
  const char *rest = below_home (path);
  BhPathClass found = BH_PATH_ORDINARY;
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sockets); i++)
    if (g_str_has_suffix (path, sockets[i]))
      return BH_PATH_ENGINE_SOCKET;
  if (is_ssh_agent (path))
    return BH_PATH_SSH_AGENT;
  if (is_secret_file (path))
    return BH_PATH_SECRETS;
  if (g_str_has_prefix (path, "/run/docker") || g_str_has_prefix (path, "/var/run/docker"))
    return BH_PATH_ENGINE_SOCKET_PARENT;
  if (rest != NULL && *rest == '\0' && !g_str_equal (path, "/root"))
    return BH_PATH_HOME;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      gsize len = strlen (classes[i].path);
      gboolean covers = classes[i].exact ? g_str_equal (path, classes[i].path)
                                         : is_at_or_below (path, classes[i].path);

      if (covers && len > longest)
        {
          found = classes[i].path_class;
          longest = len;
        }
    }
  return found;
}

/* The home folder, however the shell is asked for it. */
static const char *
skip_home (const char *path)
{
  static const char *const spellings[] = { "~", "$HOME", "${HOME}" };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (is_at_or_below (path, spellings[i]))
      return path + strlen (spellings[i]);
  return NULL;
}

/* Takes the last component off, but not the root. */
static void
go_up (GString *path, gsize root)
{
  while (path->len > root && path->str[path->len - 1] != '/')
    g_string_truncate (path, path->len - 1);
  if (path->len > root)
    g_string_truncate (path, path->len - 1);
}

char *
bh_path_normalise (const char *path)
{
  const char *home = skip_home (path);
  GString *out = g_string_sized_new (strlen (path) + 2);
  const char *p = home != NULL ? home : path;
  gsize root;

  if (home != NULL)
    g_string_append_c (out, '~');
  root = out->len;
  while (*p != '\0')
    {
      gsize len = strcspn (p, "/");

      if (len == 2 && strncmp (p, "..", 2) == 0 && (out->len > root || *path == '/'))
        go_up (out, root);
      else if (len > 0 && !(len == 1 && *p == '.' && (out->len > 0 || *path == '/')))
        {
          if (out->len > 0 || *path == '/')
            g_string_append_c (out, '/');
          g_string_append_len (out, p, (gssize) len);
        }
      p += len;
      while (*p == '/')
        p++;
    }
  if (out->len == 0 && *path == '/')
    g_string_append_c (out, '/');
  return g_string_free (out, FALSE);
}

static gboolean
is_plain (const char *path)
{
  return path[0] == '/' && strstr (path, "//") == NULL && strstr (path, "/.") == NULL &&
         path[strlen (path) - 1] != '/';
}

/* Variables that desktops set to a known place. */
static BhPathClass
classify_expansion (const char *source)
{
  BhPathClass path_class = bh_path_classify (source);

  if (strstr (source, "SSH_AUTH_SOCK") != NULL)
    return BH_PATH_SSH_AGENT;
  if (path_class == BH_PATH_ORDINARY && strstr (source, "XDG_RUNTIME_DIR") != NULL)
    return BH_PATH_DESKTOP;
  return path_class;
}

static void
set_source (BhFacts *facts, BhMountFact *mount, const BhText *value, BhRange range)
{
  mount->source = bh_facts_keep_range (facts, value, range);
  mount->source_expands = bh_text_range_expands (value, range);
  if (mount->type != BH_MOUNT_BIND)
    return;
  if (!is_plain (mount->source))
    {
      g_autofree char *normal = bh_path_normalise (mount->source);

      mount->source = g_string_chunk_insert (facts->strings, normal);
    }
  mount->path_class =
      mount->source_expands ? classify_expansion (mount->source) : bh_path_classify (mount->source);
  /* Reading the accounts is harmless, adding one is not. */
  if (!mount->readonly &&
      (g_str_equal (mount->source, "/etc/passwd") || g_str_equal (mount->source, "/etc/group")))
    mount->path_class = BH_PATH_SYSTEM_CRITICAL;
}

static const char *
find_propagation (const BhText *value, BhRange modes)
{
  static const char *const words[] = {
    "shared", "rshared", "slave", "rslave", "private", "rprivate"
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (bh_text_has_word (value, modes, words[i]))
      return words[i];
  return "";
}

void
bh_gather_volume (BhFacts *facts, const BhText *value, int setting)
{
  static const BhMountType types[] = {
    [BH_VOLUME_SOURCE_NONE] = BH_MOUNT_ANONYMOUS,
    [BH_VOLUME_SOURCE_NAME] = BH_MOUNT_VOLUME,
    [BH_VOLUME_SOURCE_PATH] = BH_MOUNT_BIND,
    [BH_VOLUME_SOURCE_LETTER] = BH_MOUNT_VOLUME,
  };
  BhMountFact mount = { .setting = setting };
  BhVolume volume;

  if (!bh_volume_parse (value, &volume))
    return;
  mount.type = types[volume.kind];
  mount.target = bh_facts_keep_range (facts, value, volume.target);
  mount.readonly = bh_text_has_word (value, volume.modes, "ro");
  mount.relabels =
      bh_text_has_word (value, volume.modes, "z") || bh_text_has_word (value, volume.modes, "Z");
  mount.propagation = find_propagation (value, volume.modes);
  set_source (facts, &mount, value, volume.source);
  g_array_append_val (facts->mounts, mount);
}

static BhMountType
mount_type (const BhText *value, BhRange type)
{
  static const struct
  {
    const char *word;
    BhMountType type;
  } types[] = {
    { "", BH_MOUNT_VOLUME },
    { "volume", BH_MOUNT_VOLUME },
    { "bind", BH_MOUNT_BIND },
    { "tmpfs", BH_MOUNT_TMPFS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (bh_text_range_equal (value, type, types[i].word))
      return types[i].type;
  return BH_MOUNT_OTHER;
}

void
bh_gather_mount (BhFacts *facts, const BhText *value, int setting)
{
  BhMountFact fact = { .setting = setting, .from_mount = TRUE };
  BhMount mount;

  if (!bh_mount_parse (value, &mount))
    return;
  fact.type = mount_type (value, mount.type);
  fact.target = bh_facts_keep_range (facts, value, mount.target);
  fact.readonly = mount.readonly;
  fact.propagation = bh_facts_keep_range (facts, value, mount.propagation);
  fact.has_size = mount.tmpfs_size.end > mount.tmpfs_size.begin;
  if (fact.type == BH_MOUNT_VOLUME && mount.source.begin == mount.source.end)
    fact.type = BH_MOUNT_ANONYMOUS;
  set_source (facts, &fact, value, mount.source);
  g_array_append_val (facts->mounts, fact);
}

static gboolean
has_size (const BhText *value, BhRange options)
{
  for (guint at = options.begin; at < options.end;)
    {
      guint comma = bh_text_find (value, at, options.end, ',');

      if (g_str_has_prefix (value->str + at, "size="))
        return TRUE;
      at = comma + 1;
    }
  return FALSE;
}

void
bh_gather_tmpfs (BhFacts *facts, const BhText *value, int setting)
{
  BhMountFact fact = { .setting = setting,
                       .type = BH_MOUNT_TMPFS,
                       .source = "",
                       .propagation = "" };
  BhTmpfs tmpfs;

  if (!bh_tmpfs_parse (value, &tmpfs))
    return;
  fact.target = bh_facts_keep_range (facts, value, tmpfs.target);
  fact.readonly = bh_text_has_word (value, tmpfs.options, "ro");
  fact.exec = bh_text_has_word (value, tmpfs.options, "exec");
  fact.has_size = has_size (value, tmpfs.options);
  g_array_append_val (facts->mounts, fact);
}
