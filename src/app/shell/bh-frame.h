/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BhFrame:
 *
 * The panes of the window, and how they fold when it is narrow: the only place that knows which of
 * libadwaita's containers do it.
 *
 * Properties, all widgets: `sidebar`; `header`, above `content` and `aside`; `bottom`, below them.
 * `folded` (read-only): sidebar and the rest are two pages. `show-aside`: whether the aside is
 * shown, over the content when there is no room beside it.
 */
#define BH_TYPE_FRAME (bh_frame_get_type ())
G_DECLARE_FINAL_TYPE (BhFrame, bh_frame, BH, FRAME, GtkWidget)

/* For when the frame is folded. */
void bh_frame_show_sidebar (BhFrame *self);
void bh_frame_show_content (BhFrame *self);
/* Makes room for the content when the aside covers it. */
void bh_frame_uncover_content (BhFrame *self);

G_END_DECLS
