/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture/bh-picture-file.h"

#include <cairo-svg.h>

/* Around the picture, in pixels of the screen. */
#define MARGIN 12

#define PNG_SCALE 2

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
succeeded (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return FALSE;
}

/* What is behind the picture in the window. */
static void
paint_ground (GtkWidget *widget, cairo_t *cr)
{
  GdkRGBA ground = { 1, 1, 1, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_bg_color",
                                  &ground);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_paint (cr);
}

static cairo_status_t
draw (BhPicture *self, GskRenderNode *node, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  paint_ground (GTK_WIDGET (self), cr);
  cairo_translate (cr, MARGIN, MARGIN);
  gsk_render_node_draw (node, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

GBytes *
bh_picture_print_svg (BhPicture *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  int width, height;

  node = bh_picture_render (self, &width, &height);
  surface = cairo_svg_surface_create_for_stream (write_bytes, bytes, width + 2 * MARGIN,
                                                 height + 2 * MARGIN);
  status = draw (self, node, surface, 1);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return succeeded (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

GBytes *
bh_picture_print_png (BhPicture *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  int width, height;

  node = bh_picture_render (self, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (width + 2 * MARGIN) * PNG_SCALE,
                                        (height + 2 * MARGIN) * PNG_SCALE);
  status = draw (self, node, surface, PNG_SCALE);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_bytes, bytes);
  cairo_surface_destroy (surface);
  return succeeded (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
