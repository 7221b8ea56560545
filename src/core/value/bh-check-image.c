/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-image-ref.h"

#define MAX_PATH 255
#define MAX_TAG 128

static gboolean
is_lower (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c);
}

/* What may stand between two letters or digits of a path: one dot, one or two underscores, any
 * number of dashes. Its length; 0 if it is something else. */
static guint
separator_length (const char *str, guint len)
{
  guint dashes = (guint) strspn (str, "-");

  if (dashes > 0)
    return MIN (dashes, len);
  if (len >= 2 && str[0] == '_' && str[1] == '_')
    return 2;
  return str[0] == '.' || str[0] == '_' ? 1 : 0;
}

static gboolean
is_path_component (const BhText *image, BhRange range)
{
  guint at = range.begin;

  while (at < range.end)
    {
      guint begin = at;

      while (at < range.end && is_lower (image->str[at]))
        at++;
      if (at == begin)
        return FALSE;
      if (at == range.end)
        return TRUE;
      begin = at;
      at += separator_length (image->str + at, range.end - at);
      if (at == begin)
        return FALSE;
    }
  return FALSE;
}

/* The component of PATH that is none, or FALSE when all are fine. */
static gboolean
find_bad_component (const BhText *image, BhRange path, BhRange *ret_component)
{
  guint end = path.begin - 1;

  do
    {
      BhRange component = { end + 1, bh_text_find (image, end + 1, path.end, '/') };

      if (!is_path_component (image, component))
        {
          *ret_component = component;
          return TRUE;
        }
      end = component.end;
    }
  while (end < path.end);
  return FALSE;
}

/* Letters, digits and inner dashes between dots. */
static gboolean
is_host_name (const char *str, gsize len)
{
  for (gsize i = 0; i < len; i++)
    {
      gboolean is_inner = i > 0 && i + 1 < len && g_ascii_isalnum (str[i - 1]);

      if (!g_ascii_isalnum (str[i]) && str[i] != '-' && !(str[i] == '.' && is_inner))
        return FALSE;
      if (str[i] == '-' && (i == 0 || i + 1 == len || str[i - 1] == '.' || str[i + 1] == '.'))
        return FALSE;
    }
  return len > 0;
}

static gboolean
is_host (const BhText *image, BhRange range)
{
  const char *str = image->str + range.begin;
  gsize len = range.end - range.begin;
  gsize name = len;
  gsize port;

  if (len > 2 && str[0] == '[')
    {
      name = strspn (str + 1, "0123456789abcdefABCDEF:") + 2;
      if (name > len || str[name - 1] != ']')
        return FALSE;
    }
  else
    {
      const char *colon = memchr (str, ':', len);

      name = colon != NULL ? (gsize) (colon - str) : len;
      if (!is_host_name (str, name))
        return FALSE;
    }
  port = strspn (str + MIN (name + 1, len), "0123456789");
  return name == len || (str[name] == ':' && port > 0 && name + 1 + port == len);
}

static gboolean
is_tag (const BhText *image, BhRange tag)
{
  for (guint at = tag.begin; at < tag.end; at++)
    if (!g_ascii_isalnum (image->str[at]) && image->str[at] != '_' &&
        (at == tag.begin || strchr (".-", image->str[at]) == NULL))
      return FALSE;
  return tag.end > tag.begin && tag.end - tag.begin <= MAX_TAG;
}

static gboolean
is_digest (const BhText *image, BhRange digest)
{
  static const struct
  {
    const char *algorithm;
    guint n_digits;
  } algorithms[] = { { "sha256:", 64 }, { "sha384:", 96 }, { "sha512:", 128 } };
  const char *str = image->str + digest.begin;

  for (guint i = 0; i < G_N_ELEMENTS (algorithms); i++)
    if (g_str_has_prefix (str, algorithms[i].algorithm))
      {
        const char *digits = str + strlen (algorithms[i].algorithm);

        return strspn (digits, "0123456789abcdef") == algorithms[i].n_digits &&
               digits[algorithms[i].n_digits] == '\0';
      }
  return FALSE;
}

static gboolean
has_upper (const BhText *image, BhRange range)
{
  for (guint at = range.begin; at < range.end; at++)
    if (g_ascii_isupper (image->str[at]))
      return TRUE;
  return FALSE;
}

/* A name alone stands for library/NAME. */
static guint
full_length (const BhImageRef *ref)
{
  gboolean is_alone = ref->host.end == 0 && ref->name.begin == ref->path.begin;

  return ref->path.end - ref->path.begin + (is_alone ? (guint) strlen ("library/") : 0);
}

static void
check_path (const BhChecked *checked, const BhImageRef *ref)
{
  BhRange path = ref->path;
  BhRange component;

  if (full_length (ref) > MAX_PATH)
    bh_checked_quote (checked, path, BH_STAGE_CLIENT,
                      _ ("“%s” is longer than the 255 characters that an image's name may have."));
  else if (!find_bad_component (checked->value, path, &component))
    return;
  else if (has_upper (checked->value, component))
    bh_checked_quote (checked, component, BH_STAGE_CLIENT,
                      _ ("“%s” has capital letters, which an image's name may not."));
  else if (component.begin == component.end)
    bh_checked_quote (checked, path, BH_STAGE_CLIENT,
                      _ ("In “%s” there is nothing beside a slash. An image is called NAME or "
                         "USER/NAME."));
  else
    bh_checked_quote (checked, component, BH_STAGE_CLIENT,
                      _ ("“%s” is not the name of an image. Names are lower-case letters and "
                         "digits, with single dots, dashes or underscores between."));
}

static void
check_reference (const BhChecked *checked)
{
  const BhText *image = checked->value;
  BhImageRef ref;

  bh_image_ref_parse (image, &ref);
  /* What cannot be a host may still be the first part of the path. */
  if (ref.host.end > 0 && !is_host (image, ref.host))
    {
      BhRange bad;

      if (find_bad_component (image, ref.host, &bad))
        {
          bh_checked_quote (checked, ref.host, BH_STAGE_CLIENT,
                            _ ("“%s” is not the address of a registry. Write a host name, with a "
                               "port behind it if need be."));
          return;
        }
    }
  check_path (checked, &ref);
  if (ref.has_tag && !is_tag (image, ref.tag))
    bh_checked_quote (checked, ref.tag, BH_STAGE_CLIENT,
                      _ ("“%s” is not a tag. A tag is up to 128 letters, digits, dots, dashes and "
                         "underscores, a letter or digit first."));
  if (ref.has_digest && !is_digest (image, ref.digest))
    bh_checked_quote (checked, ref.digest, BH_STAGE_CLIENT,
                      _ ("“%s” is not a digest. It is sha256: and 64 digits or letters from a to "
                         "f."));
}

void
bh_check_image (const BhChecked *checked)
{
  const BhText *image = checked->value;
  const char *scheme = strstr (image->str, "://");

  if (image->len == 0)
    bh_checked_add (checked, BH_WHOLE (image), BH_STAGE_CLIENT,
                    _ ("The image's name is empty. Write one such as nginx:1.27."));
  else if (scheme != NULL)
    bh_checked_quote (checked, (BhRange){ 0, (guint) (scheme - image->str) + 3 }, BH_STAGE_CLIENT,
                      _ ("An image's name does not start with “%s”: write what stands behind it."));
  else if (image->len == 64 && strspn (image->str, "0123456789abcdef") == 64)
    return; /* An image's id. */
  else
    check_reference (checked);
}
