/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-image-ref.h"

static gboolean
has_upper (const BhText *image, BhRange range)
{
  for (guint at = range.begin; at < range.end; at++)
    if (g_ascii_isupper (image->str[at]))
      return TRUE;
  return FALSE;
}

/* A first component is a registry's host if it has a dot or a port, is localhost, or has a letter
 * that no path may have. */
static gboolean
is_host (const BhText *image, BhRange range)
{
  return bh_text_find (image, range.begin, range.end, '.') < range.end ||
         bh_text_find (image, range.begin, range.end, ':') < range.end ||
         bh_text_range_equal (image, range, "localhost") ||
         (has_upper (image, range) && !bh_text_range_expands (image, range));
}

void
bh_image_ref_parse (const BhText *image, BhImageRef *ret_ref)
{
  guint end = bh_text_find (image, 0, G_MAXUINT, '@');
  guint first_slash = bh_text_find (image, 0, end, '/');
  guint last_slash;
  guint colon;

  *ret_ref = (BhImageRef){ 0 };
  ret_ref->has_digest = end < image->len;
  if (ret_ref->has_digest)
    ret_ref->digest = (BhRange){ end + 1, image->len };
  if (first_slash < end && is_host (image, (BhRange){ 0, first_slash }))
    ret_ref->host = (BhRange){ 0, first_slash };
  ret_ref->path.begin = ret_ref->host.end > 0 ? ret_ref->host.end + 1 : 0;
  last_slash = bh_text_rfind (image, ret_ref->path.begin, end, '/');
  ret_ref->name.begin = last_slash == G_MAXUINT ? ret_ref->path.begin : last_slash + 1;
  colon = bh_text_find (image, ret_ref->name.begin, end, ':');
  ret_ref->name.end = ret_ref->path.end = colon;
  ret_ref->has_tag = colon < end;
  if (ret_ref->has_tag)
    ret_ref->tag = (BhRange){ colon + 1, end };
}
