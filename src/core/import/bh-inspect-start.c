/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a command begins with: terminal, name and host name; and what it ends with: the image and
 * the program. */

#include "import/bh-inspect.h"

#include <string.h>

#include "bh-i18n.h"

/* Bytes of an id that the engine makes a host name of. */
#define SHORT_ID 12

typedef struct
{
  gboolean in;
  gboolean out;
  gboolean err;
  gboolean open; /* --interactive */
} Streams;

static gboolean
read_streams (BhInspect *self, Streams *ret_streams)
{
  return bh_inspect_flag (self, self->container, "Config.AttachStdin", &ret_streams->in) &&
         bh_inspect_flag (self, self->container, "Config.AttachStdout", &ret_streams->out) &&
         bh_inspect_flag (self, self->container, "Config.AttachStderr", &ret_streams->err) &&
         bh_inspect_flag (self, self->container, "Config.OpenStdin", &ret_streams->open);
}

/* Nothing is attached: it runs in the background. Everything that can be: nothing was said. */
static void
add_streams (BhInspect *self, const Streams *streams, JsonNode *config)
{
  if (!streams->in && !streams->out && !streams->err)
    bh_inspect_add (self, "detach", "true", config);
  else if (streams->in != streams->open || !streams->out || !streams->err)
    {
      if (streams->in)
        bh_inspect_add (self, "attach", "stdin", config);
      if (streams->out)
        bh_inspect_add (self, "attach", "stdout", config);
      if (streams->err)
        bh_inspect_add (self, "attach", "stderr", config);
    }
  if (streams->open)
    bh_inspect_add (self, "interactive", "true", config);
}

static gboolean
add_name (BhInspect *self)
{
  const char *name;

  if (!bh_inspect_string (self, self->container, "Name", &name))
    return FALSE;
  if (name != NULL && *name == '/')
    name++;
  if (name != NULL && *name != '\0')
    bh_inspect_add (self, "name", name, bh_inspect_find (self->container, "Name"));
  return TRUE;
}

/* Whether the name is not of the container's own choice: it has another's, or none. */
static gboolean
shares_host_name (BhInspect *self)
{
  const char *uts = bh_json_get_string (bh_inspect_find (self->container, "HostConfig.UTSMode"));
  const char *network =
      bh_json_get_string (bh_inspect_find (self->container, "HostConfig.NetworkMode"));

  return g_strcmp0 (uts, "host") == 0 ||
         (network != NULL && g_str_has_prefix (network, "container:"));
}

static gboolean
add_host_name (BhInspect *self)
{
  JsonNode *node = bh_inspect_find (self->container, "Config.Hostname");
  const char *network =
      bh_json_get_string (bh_inspect_find (self->container, "HostConfig.NetworkMode"));
  const char *name;
  const char *id;

  if (!bh_inspect_string (self, self->container, "Config.Hostname", &name) ||
      !bh_inspect_string (self, self->container, "Id", &id))
    return FALSE;
  if (name == NULL || *name == '\0' || shares_host_name (self) ||
      (id != NULL && strlen (name) == SHORT_ID && g_str_has_prefix (id, name)))
    return TRUE;
  if (g_strcmp0 (network, "host") != 0)
    bh_inspect_add (self, "hostname", name, node);
  else
    bh_inspect_note (self, BH_NOTE_IGNORED, node,
                     _ ("“%s” was taken for the host's own name, which a container on the network "
                        "of the host gets by itself."),
                     name);
  return TRUE;
}

gboolean
bh_inspect_read_start (BhInspect *self)
{
  JsonNode *config = bh_inspect_find (self->container, "Config");
  Streams streams;
  gboolean tty;
  const char *domain;

  if (!read_streams (self, &streams) ||
      !bh_inspect_flag (self, self->container, "Config.Tty", &tty) ||
      !bh_inspect_string (self, self->container, "Config.Domainname", &domain))
    return FALSE;
  add_streams (self, &streams, config);
  if (tty)
    bh_inspect_add (self, "tty", "true", config);
  if (!add_name (self) || !add_host_name (self))
    return FALSE;
  if (domain != NULL && *domain != '\0')
    bh_inspect_add (self, "domainname", domain, config);
  return TRUE;
}

/* A list of words; a single text is one word, as some engines write it. NULL when there is none.
 * (transfer full) (element-type utf8) */
static gboolean
read_words (BhInspect *self, JsonObject *object, const char *path, GPtrArray **ret_words)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  JsonNode *node = bh_inspect_find (object, path);
  JsonArray *array;

  if (bh_json_get_string (node) != NULL)
    g_ptr_array_add (words, (gpointer) bh_json_get_string (node));
  else if (!bh_inspect_array (self, object, path, &array))
    return FALSE;
  else
    for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
      {
        const char *word = bh_inspect_text (self, json_array_get_element (array, i));

        if (word == NULL)
          return FALSE;
        g_ptr_array_add (words, (gpointer) word);
      }
  *ret_words = g_steal_pointer (&words);
  return TRUE;
}

static gboolean
words_equal (const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < MIN (a->len, b->len); i++)
    if (strcmp (a->pdata[i], b->pdata[i]) != 0)
      return FALSE;
  return a->len == b->len;
}

static void
add_command (BhInspect *self, const GPtrArray *words, guint from)
{
  for (guint i = from; i < words->len; i++)
    bh_state_builder_add_command (&self->builder, bh_text_new (words->pdata[i]));
}

/* An option takes one word of the entrypoint, the others become words of the command: the same
 * program with the same arguments. */
static void
add_entrypoint (BhInspect *self, const GPtrArray *entrypoint, const GPtrArray *command)
{
  bh_inspect_add (self, "entrypoint", entrypoint->len > 0 ? entrypoint->pdata[0] : "",
                  bh_inspect_find (self->container, "Config"));
  add_command (self, entrypoint, 1);
  add_command (self, command, 0);
}

static gboolean
add_program (BhInspect *self)
{
  g_autoptr (GPtrArray) entrypoint = NULL;
  g_autoptr (GPtrArray) command = NULL;
  g_autoptr (GPtrArray) image_entrypoint = NULL;
  g_autoptr (GPtrArray) image_command = NULL;

  if (!read_words (self, self->container, "Config.Entrypoint", &entrypoint) ||
      !read_words (self, self->container, "Config.Cmd", &command) ||
      !read_words (self, self->image, "Config.Entrypoint", &image_entrypoint) ||
      !read_words (self, self->image, "Config.Cmd", &image_command))
    return FALSE;
  /* A command takes the place of the image's, which is only gone if there is an entrypoint. An
   * image that is not known may have one of its own. */
  if (self->image == NULL || !words_equal (entrypoint, image_entrypoint) ||
      (command->len == 0 && image_command->len > 0))
    add_entrypoint (self, entrypoint, command);
  else if (!words_equal (command, image_command))
    add_command (self, command, 0);
  return TRUE;
}

gboolean
bh_inspect_read_command (BhInspect *self)
{
  JsonNode *node = bh_inspect_find (self->container, "Config.Image");
  const char *image;
  BhLocation where;

  if (!bh_inspect_string (self, self->container, "Config.Image", &image))
    return FALSE;
  if (image != NULL && *image != '\0')
    {
      where = bh_json_locate (self->json, node);
      bh_state_builder_set_image (&self->builder, bh_text_new (image), &where);
    }
  return add_program (self);
}
