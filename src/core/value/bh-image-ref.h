/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "value/bh-text.h"

G_BEGIN_DECLS

/**
 * BhImageRef:
 * @host: the registry; empty for Docker Hub
 * @path: "library/nginx"
 * @name: the last component of @path
 * @tag: empty when none is given
 * @digest: "sha256:…"; empty when none is given
 * @has_tag, @has_digest: whether there is the colon, or the at sign, that starts one
 *
 * The parts of an image reference, as ranges of its text.
 */
typedef struct
{
  BhRange host;
  BhRange path;
  BhRange name;
  BhRange tag;
  BhRange digest;
  gboolean has_tag;
  gboolean has_digest;
} BhImageRef;

void bh_image_ref_parse (const BhText *image, BhImageRef *ret_ref);

G_END_DECLS
