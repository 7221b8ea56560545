/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-path-details.h"

#include <glib/gi18n-lib.h>

#include "bh-reflow.h"
#include "export/bh-mask.h"
#include "findings/bh-accept-bar.h"
#include "findings/bh-finding-item.h"
#include "findings/bh-fix-row.h"
#include "findings/bh-sources.h"

struct _BhPathDetails
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *steps;
  GtkLabel *fixes_title;
  GtkWidget *fixes;
  GtkWidget *no_cut;
  GtkLabel *sources;
  BhAcceptBar *accept_bar;

  /* Borrowed references */
  GtkLabel *words[BH_PATH_MAX_STEPS];

  /* Owned references */
  char *shown; /* names the cut whose rows are there */
};

G_DEFINE_FINAL_TYPE (BhPathDetails, bh_path_details, GTK_TYPE_BOX)

static GtkWidget *
new_text (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "selectable", TRUE, "hexpand", TRUE, NULL);
}

/* Returns the label for the settings behind the step. */
static GtkLabel *
add_step (BhPathDetails *self, guint number, const char *text)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget *line = bh_reflow_new (9);
  GtkWidget *badge = gtk_label_new (digits);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *words = new_text (NULL);

  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_widget_add_css_class (badge, "step");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_add_css_class (words, "words");
  /* Commands run from left to right in every language. */
  gtk_widget_set_direction (words, GTK_TEXT_DIR_LTR);
  gtk_box_append (GTK_BOX (texts), new_text (text));
  gtk_box_append (GTK_BOX (texts), words);
  bh_reflow_append (BH_REFLOW (line), badge);
  bh_reflow_append (BH_REFLOW (line), texts);
  gtk_box_append (GTK_BOX (self->steps), line);
  return GTK_LABEL (words);
}

static void
show_path (BhPathDetails *self, const BhPath *path)
{
  const guint n_steps = bh_path_n_steps (path);

  for (guint i = 0; i < n_steps; i++)
    self->words[i] = add_step (self, i + 1, _ (path->steps[i].sentence));
  gtk_widget_set_visible (GTK_WIDGET (add_step (self, n_steps + 1, _ (path->gain))), FALSE);
  bh_sources_show (self->sources, path->references);
  bh_accept_bar_set_key (self->accept_bar, path->id);
}

/* Each step says which settings it stands on. */
static void
show_words (BhPathDetails *self, const BhReport *report, const BhPathFinding *path)
{
  const guint n_steps = bh_path_n_steps (path->path);
  guint n_secrets;
  g_autoptr (BhState) masked = bh_state_mask_secrets (report->state, &n_secrets);

  for (guint i = 0; i < n_steps; i++)
    {
      const guint begin = path->step_begins[i];
      g_autofree char *words = bh_finding_dup_words (masked, path->step_settings + begin,
                                                     path->step_begins[i + 1] - begin);

      gtk_label_set_label (self->words[i], words);
      gtk_widget_set_visible (GTK_WIDGET (self->words[i]), *words != '\0');
    }
}

/* (nullable): the key that FINDING goes by. */
static const char *
key_of (const BhReport *report, const GPtrArray *keys, const BhFinding *finding)
{
  guint index;

  return g_ptr_array_find (report->findings, finding, &index) ? g_ptr_array_index (keys, index)
                                                              : NULL;
}

static char *
dup_name (const BhReport *report, const GPtrArray *keys, const GArray *cuts)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < cuts->len; i++)
    {
      const BhCut *cut = &g_array_index (cuts, BhCut, i);

      g_string_append_printf (name, "%s %s\n", key_of (report, keys, cut->finding), cut->fix->id);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
make_rows (BhPathDetails *self, const BhReport *report, const GPtrArray *keys, const GArray *cuts)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->fixes)) != NULL)
    gtk_box_remove (GTK_BOX (self->fixes), row);
  for (guint i = 0; i < cuts->len; i++)
    {
      const BhCut *cut = &g_array_index (cuts, BhCut, i);

      gtk_box_append (GTK_BOX (self->fixes),
                      GTK_WIDGET (bh_fix_row_new (key_of (report, keys, cut->finding), cut->fix)));
    }
}

static void
update_rows (BhPathDetails *self, const BhReport *report, const GArray *cuts)
{
  GtkWidget *row = gtk_widget_get_first_child (self->fixes);

  for (guint i = 0; row != NULL; i++, row = gtk_widget_get_next_sibling (row))
    bh_fix_row_update (BH_FIX_ROW (row), report, g_array_index (cuts, BhCut, i).finding);
  gtk_label_set_label (self->fixes_title,
                       cuts->len > 1 ? _ ("What ends it, together") : _ ("What ends it"));
  gtk_widget_set_visible (GTK_WIDGET (self->fixes_title), cuts->len > 0);
  gtk_widget_set_visible (self->fixes, cuts->len > 0);
  gtk_widget_set_visible (self->no_cut, cuts->len == 0);
}

void
bh_path_details_update (BhPathDetails *self, const BhReport *report, const BhPathFinding *path)
{
  g_autoptr (GArray) cuts = bh_report_find_cut (report, path);
  g_autoptr (GPtrArray) keys = bh_finding_keys_new (report);
  g_autofree char *name = dup_name (report, keys, cuts);

  g_return_if_fail (BH_IS_PATH_DETAILS (self));

  if (g_strcmp0 (name, self->shown) != 0)
    {
      make_rows (self, report, keys, cuts);
      g_free (self->shown);
      self->shown = g_steal_pointer (&name);
    }
  update_rows (self, report, cuts);
  show_words (self, report, path);
  bh_accept_bar_update (self->accept_bar, path->acceptance);
}

static void
bh_path_details_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_PATH_DETAILS);
  G_OBJECT_CLASS (bh_path_details_parent_class)->dispose (object);
}

static void
bh_path_details_finalize (GObject *object)
{
  g_free (BH_PATH_DETAILS (object)->shown);
  G_OBJECT_CLASS (bh_path_details_parent_class)->finalize (object);
}

static void
bh_path_details_class_init (BhPathDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bh_path_details_dispose;
  object_class->finalize = bh_path_details_finalize;

  g_type_ensure (BH_TYPE_ACCEPT_BAR);
  gtk_widget_class_set_css_name (widget_class, "details");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/"
                                                             "findings/bh-path-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPathDetails, steps);
  gtk_widget_class_bind_template_child (widget_class, BhPathDetails, fixes_title);
  gtk_widget_class_bind_template_child (widget_class, BhPathDetails, fixes);
  gtk_widget_class_bind_template_child (widget_class, BhPathDetails, no_cut);
  gtk_widget_class_bind_template_child (widget_class, BhPathDetails, sources);
  gtk_widget_class_bind_template_child (widget_class, BhPathDetails, accept_bar);
}

static void
bh_path_details_init (BhPathDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BhPathDetails *
bh_path_details_new (const BhPath *path)
{
  BhPathDetails *self = g_object_new (BH_TYPE_PATH_DETAILS, NULL);

  show_path (self, path);
  return self;
}
