/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "picture/bh-picture.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the picture for slides, as a drawing (SVG) or as pixels (PNG), twice
 * as large as on the screen. */
GBytes *bh_picture_print_svg (BhPicture *self, GError **error);
GBytes *bh_picture_print_png (BhPicture *self, GError **error);

G_END_DECLS
