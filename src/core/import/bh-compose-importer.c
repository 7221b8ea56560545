/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-compose-importer.h"

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-service.h"
#include "value/bh-compose-text.h"

/* More copies of what all services share are not made: the first service has it then. */
#define MAX_SHARED 100000

static const char *
line_end (const char *p, const char *end)
{
  const char *newline = memchr (p, '\n', (gsize) (end - p));

  return newline != NULL ? newline : end;
}

/* `KEY:` at the beginning of a line, also in quotes, with nothing but a value behind it. */
static gboolean
begins_with_key (const char *p, const char *end, const char *key)
{
  gsize len = strlen (key);
  char quote = '\0';

  if (p < end && (*p == '"' || *p == '\''))
    quote = *p++;
  if ((gsize) (end - p) <= len || memcmp (p, key, len) != 0)
    return FALSE;
  p += len;
  if (quote != '\0' && *p++ != quote)
    return FALSE;
  while (p < end && *p == ' ')
    p++;
  return p < end && *p == ':' && (p + 1 == end || strchr (" \t\r\n", p[1]) != NULL);
}

/* A line that only YAML would begin with: a word and a colon; or a document, or nothing. */
static gboolean
may_be_yaml (const char *p, const char *end)
{
  const char *begin = p;

  if (p == end || strchr ("# \t\r-}", *p) != NULL)
    return TRUE;
  while (p < end && (g_ascii_isalnum (*p) || strchr ("_.-\"'", *p) != NULL))
    p++;
  while (p < end && *p == ' ')
    p++;
  return p > begin && p < end && *p == ':' && (p + 1 == end || strchr (" \t\r", p[1]) != NULL);
}

gboolean
bh_compose_recognises (const char *text, gsize len)
{
  const char *end = text + len;
  gboolean has_services = FALSE;
  gboolean has_image = FALSE;
  const char *p = len >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? text + 3 : text;

  for (; p < end; p = line_end (p, end) + 1)
    {
      const char *stop = line_end (p, end);
      const char *word = p;

      if (!may_be_yaml (p, stop))
        return has_services;
      while (word < stop && *word == ' ')
        word++;
      has_services |= begins_with_key (p, stop, "services");
      has_image |= word > p &&
                   (begins_with_key (word, stop, "image") || begins_with_key (word, stop, "build"));
    }
  return has_services || has_image;
}

/* The documents of the services that have been read, which lack what all of them share. */
static void
add_states (BhComposeFile *file, BhComposeService *services, guint n, BhImport *import)
{
  g_autoptr (BhYamlNode) common = bh_compose_file_dup_common (file);
  g_autoptr (BhYamlNode) none = bh_yaml_mapping_new ();

  for (guint i = 0; i < n; i++)
    {
      BhComposeService *service = &services[i];
      BhYamlNode *shared = i == 0 || n * bh_yaml_length (common) <= MAX_SHARED ? common : none;

      bh_state_builder_set_rest (&service->builder,
                                 bh_compose_rest_new (service->name,
                                                      g_steal_pointer (&service->keys),
                                                      bh_compose_top_join (shared, &service->uses),
                                                      g_steal_pointer (&service->originals)));
      g_ptr_array_add (import->states, bh_state_builder_end (&service->builder));
      g_ptr_array_add (import->names, g_strdup (service->name));
    }
}

static gboolean
read_services (BhComposeFile *file, GArray *services, GError **error)
{
  for (guint i = 0; i < bh_yaml_length (file->services); i++)
    {
      const char *name = bh_yaml_key (file->services, i)->text;
      const BhYamlNode *node = bh_compose_file_resolve (file, name, error);
      BhComposeService service;

      if (node == NULL)
        return FALSE;
      bh_compose_service_init (&service, file, name, node);
      g_array_append_val (services, service);
      if (!bh_compose_service_read (&g_array_index (services, BhComposeService, i), error))
        return FALSE;
    }
  return TRUE;
}

BhImport *
bh_import_compose (const char *text, gssize len, GError **error)
{
  g_autoptr (BhImport) import = bh_import_new ();
  g_auto (BhComposeFile) file = { 0 };
  g_autoptr (GArray) services = g_array_new (FALSE, FALSE, sizeof (BhComposeService));

  g_return_val_if_fail (text != NULL, NULL);

  g_array_set_clear_func (services, (GDestroyNotify) bh_compose_service_clear);
  import->names = g_ptr_array_new_with_free_func (g_free);
  if (!bh_compose_file_read (&file, text, len < 0 ? strlen (text) : (gsize) len, import->notes,
                             error) ||
      !read_services (&file, services, error))
    return NULL;
  add_states (&file, (BhComposeService *) (gpointer) services->data, services->len, import);
  return g_steal_pointer (&import);
}
