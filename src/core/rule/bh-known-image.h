/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/**
 * BhKnownImage:
 * @path: as in "docker run PATH", without "library/", host and tag
 * @user: (nullable): by name, whom its program runs as in the end and may be started as; %NULL when
 *   it has to start as root
 * @sets_user: the image starts as that user already
 * @capabilities: what starting as root takes, with commas between
 * @writable: (nullable): folders outside of its volumes that it writes to, with commas between
 * @open: takes orders from whoever connects, unless told otherwise
 * @closed_by: (nullable): words of the command or beginnings of variables that tell it otherwise,
 * with commas between
 * @health: (nullable): the command that asks it whether it works
 * @source: where that is from
 *
 * What is known of an image in public; fixes that go by it still say that they need a try.
 */
struct _BhKnownImage
{
  const char *path;
  const char *user;
  gboolean sets_user;
  const char *capabilities;
  const char *writable;
  gboolean open;
  const char *closed_by;
  const char *health;
  const char *source;
};
typedef struct _BhKnownImage BhKnownImage;

/* (nullable): of Docker Hub only. HOST may be empty. */
const BhKnownImage *bh_known_image_find (const char *host, const char *path);
const BhKnownImage *bh_known_image_table (guint *n_images);

G_END_DECLS
