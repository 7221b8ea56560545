/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-reflow.h"

struct _BhReflow
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (BhReflow, bh_reflow, GTK_TYPE_WIDGET)

enum
{
  PROP_SPACING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What the children need together: the sum of their widths and the widest. */
typedef struct
{
  int sum;
  int widest;
  int natural_sum;
  int n_expand;
} Widths;

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

#define FOR_EACH_SHOWN(parent, child)                                                              \
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (parent)));           \
       child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))

static Widths
measure_widths (BhReflow *self)
{
  Widths all = { 0 };
  int gaps = -self->spacing;

  FOR_EACH_SHOWN (self, child)
  {
    int minimum, natural;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
    all.sum += minimum;
    all.natural_sum += natural;
    all.widest = MAX (all.widest, minimum);
    all.n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    gaps += self->spacing;
  }
  all.sum += MAX (gaps, 0);
  all.natural_sum += MAX (gaps, 0);
  return all;
}

/* The width of CHILD in a line of WIDTH: what is beyond the minima goes to those that expand. */
static int
width_in_line (GtkWidget *child, const Widths *all, int width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (!gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    return minimum;
  return minimum + (width - all->sum) / all->n_expand;
}

static void
measure_heights (BhReflow *self, int width, int *ret_minimum, int *ret_natural)
{
  Widths all = measure_widths (self);
  gboolean line = width < 0 || width >= all.sum;
  int minimum_sum = 0, natural_sum = 0, gaps = -self->spacing;

  FOR_EACH_SHOWN (self, child)
  {
    int room = width < 0 ? -1 : (line ? width_in_line (child, &all, width) : width);
    int minimum, natural;

    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, room, &minimum, &natural, NULL, NULL);
    minimum_sum = line ? MAX (minimum_sum, minimum) : minimum_sum + minimum;
    natural_sum = line ? MAX (natural_sum, natural) : natural_sum + natural;
    gaps += self->spacing;
  }
  gaps = line ? 0 : MAX (gaps, 0);
  *ret_minimum = minimum_sum + gaps;
  *ret_natural = natural_sum + gaps;
}

static void
bh_reflow_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  BhReflow *self = BH_REFLOW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      Widths all = measure_widths (self);

      *minimum = all.widest;
      *natural = MAX (all.natural_sum, all.widest);
    }
  else
    measure_heights (self, for_size, minimum, natural);
}

static void
allocate_line (BhReflow *self, const Widths *all, int width, int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  FOR_EACH_SHOWN (self, child)
  {
    int wide = width_in_line (child, all, width);

    gtk_widget_size_allocate (child,
                              &(GtkAllocation){ mirrored ? width - x - wide : x, 0, wide, height },
                              -1);
    x += wide + self->spacing;
  }
}

static void
allocate_column (BhReflow *self, int width)
{
  int y = 0;

  FOR_EACH_SHOWN (self, child)
  {
    int height;

    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
    gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, height }, -1);
    y += height + self->spacing;
  }
}

static void
bh_reflow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BhReflow *self = BH_REFLOW (widget);
  Widths all = measure_widths (self);

  if (width >= all.sum)
    allocate_line (self, &all, width, height);
  else
    allocate_column (self, width);
}

static GtkSizeRequestMode
bh_reflow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bh_reflow_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    BH_REFLOW (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_reflow_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bh_reflow_parent_class)->dispose (object);
}

static void
bh_reflow_class_init (BhReflowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bh_reflow_set_property;
  object_class->dispose = bh_reflow_dispose;
  widget_class->measure = bh_reflow_measure;
  widget_class->size_allocate = bh_reflow_size_allocate;
  widget_class->get_request_mode = bh_reflow_get_request_mode;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bh_reflow_init (BhReflow *self)
{
}

GtkWidget *
bh_reflow_new (int spacing)
{
  return g_object_new (BH_TYPE_REFLOW, "spacing", spacing, NULL);
}

void
bh_reflow_append (BhReflow *self, GtkWidget *child)
{
  g_return_if_fail (BH_IS_REFLOW (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
