/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-notes.h"

#include <glib/gi18n-lib.h>

#include "bh-reflow.h"
#include "bh-severity-style.h"
#include "bh-widget.h"
#include "form/bh-captioned-entry.h"
#include "form/bh-note-index.h"

struct _BhNotes
{
  GtkWidget parent_instance;

  char *said;
  char *described;   /* what an editor was last described with */
  GtkWidget *marked; /* the editor that was marked last, or the mark taken from, not owned */
  gboolean marks;
};

G_DEFINE_FINAL_TYPE (BhNotes, bh_notes, GTK_TYPE_WIDGET)

/* A sentence and how it looks. */
typedef struct
{
  const char *icon_name;
  const char *style_class;
  char *text;
} Note;

static void
note_clear (gpointer data)
{
  g_free (((Note *) data)->text);
}

/* A conflict is told at both settings that it is between. */
static gboolean
concerns (const BhProblem *problem, int setting)
{
  return problem->setting == setting || (setting >= 0 && problem->other == setting);
}

/* TEXT is adopted (transfer full). What two problems say in the same words is said once. */
static void
add_note (GArray *notes, const char *icon_name, const char *style_class, char *text)
{
  Note note = { icon_name, style_class, text };

  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (g_array_index (notes, Note, i).text, text))
      {
        g_free (text);
        return;
      }
  g_array_append_val (notes, note);
}

static void
add_problem (GArray *notes, const BhProblem *problem)
{
  if (bh_problem_is_refusal (problem))
    add_note (notes, "bh-problem-symbolic", "error", g_strdup (problem->message));
  else
    add_note (notes, "dialog-warning-symbolic", "warning", g_strdup (problem->message));
}

static const BhProblem *
collect_problems (GArray *notes, BhDocument *document, int setting)
{
  const GPtrArray *problems = bh_document_get_problems (document);
  const BhProblem *refusal = NULL;

  for (guint i = 0; i < problems->len; i++)
    {
      const BhProblem *problem = g_ptr_array_index (problems, i);

      if (!concerns (problem, setting))
        continue;
      if (refusal == NULL && bh_problem_is_refusal (problem))
        refusal = problem;
      add_problem (notes, problem);
    }
  return refusal;
}

static void
add_finding (GArray *notes, const BhFinding *finding)
{
  g_autofree char *message = bh_finding_dup_message (finding);

  if (finding->acceptance == NULL)
    add_note (notes, bh_severity_get_icon_name (finding->severity),
              bh_severity_get_style_class (finding->severity), g_steal_pointer (&message));
  else
    add_note (notes, bh_severity_get_icon_name (finding->severity), "dim-label",
              /* TRANSLATORS: %s is a sentence, what a warning says. */
              g_strdup_printf (_ ("%s (accepted)"), message));
}

static void
collect_findings (GArray *notes, BhDocument *document, int setting)
{
  const GPtrArray *findings = bh_note_index_lookup (document, setting);

  for (guint i = 0; i < findings->len; i++)
    add_finding (notes, g_ptr_array_index (findings, i));
}

static void
collect_missing (GArray *notes, BhDocument *document, BhSection section)
{
  const BhReport *report = bh_document_get_report (document);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (finding->n_settings == 0 && finding->rule->section == section)
        add_finding (notes, finding);
    }
}

static void
add_line (BhNotes *self, const Note *note)
{
  GtkWidget *line = bh_reflow_new (6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", note->icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (note->text);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (icon, note->style_class);
  gtk_widget_add_css_class (label, "caption");
  bh_reflow_append (BH_REFLOW (line), icon);
  bh_reflow_append (BH_REFLOW (line), label);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

static char *
join (const GArray *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", g_array_index (notes, Note, i).text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Without anything to say, whatever else describes the editor counts again. */
void
bh_notes_describe (BhNotes *self, GtkWidget *editor)
{
  g_return_if_fail (BH_IS_NOTES (self));

  if (g_strcmp0 (self->described, self->said) == 0)
    return;
  if (*self->said != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    self->said, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_free (self->described);
  self->described = g_strdup (self->said);
}

/* The library has a style for entries; of a row with many widgets not all are wrong. */
static void
show_mark (GtkWidget *editor, gboolean refused)
{
  const char *style_class = GTK_IS_EDITABLE (editor) ? "error" : "refused";
  GtkWidget *row =
      GTK_IS_EDITABLE (editor) ? editor : gtk_widget_get_ancestor (editor, GTK_TYPE_LIST_BOX_ROW);

  if (row == NULL)
    return;
  if (refused)
    gtk_widget_add_css_class (row, style_class);
  else
    gtk_widget_remove_css_class (row, style_class);
}

void
bh_notes_mark (BhNotes *self, GtkWidget *editor, gboolean refused)
{
  GtkAccessible *accessible;

  g_return_if_fail (BH_IS_NOTES (self));

  if (self->marks == refused && self->marked == editor)
    return;
  self->marked = editor;
  self->marks = refused;
  /* What the eye sees at the entry, others are told at the entry too. */
  if (BH_IS_CAPTIONED_ENTRY (editor))
    editor = GTK_WIDGET (bh_captioned_entry_get_entry (BH_CAPTIONED_ENTRY (editor)));
  accessible = GTK_ACCESSIBLE (editor);
  show_mark (editor, refused);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               refused ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (refused)
    gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self, -1);
  else
    gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
}

static GArray *
new_notes (void)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (Note));

  g_array_set_clear_func (notes, note_clear);
  return notes;
}

/* SAID is adopted (transfer full). */
static void
show (BhNotes *self, const GArray *notes, char *said)
{
  if (g_str_equal (said, self->said))
    {
      g_free (said);
      return;
    }
  bh_widget_unparent_children (GTK_WIDGET (self));
  for (guint i = 0; i < notes->len; i++)
    add_line (self, &g_array_index (notes, Note, i));
  gtk_widget_set_visible (GTK_WIDGET (self), notes->len > 0);
  g_free (self->said);
  self->said = said;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

const BhProblem *
bh_notes_show (BhNotes *self, BhDocument *document, int setting)
{
  g_autoptr (GArray) notes = new_notes ();
  const BhProblem *refusal;

  g_return_val_if_fail (BH_IS_NOTES (self), NULL);

  refusal = collect_problems (notes, document, setting);
  collect_findings (notes, document, setting);
  show (self, notes, join (notes));
  return refusal;
}

void
bh_notes_show_for (BhNotes *self, BhDocument *document, int setting, GtkWidget *editor)
{
  const BhProblem *refusal = bh_notes_show (self, document, setting);

  bh_notes_describe (self, editor);
  bh_notes_mark (self, editor, refusal != NULL);
}

void
bh_notes_show_missing (BhNotes *self, BhDocument *document, BhSection section)
{
  g_autoptr (GArray) notes = new_notes ();

  g_return_if_fail (BH_IS_NOTES (self));

  collect_missing (notes, document, section);
  show (self, notes, join (notes));
}

static void
bh_notes_dispose (GObject *object)
{
  bh_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (bh_notes_parent_class)->dispose (object);
}

static void
bh_notes_finalize (GObject *object)
{
  g_free (BH_NOTES (object)->said);
  g_free (BH_NOTES (object)->described);
  G_OBJECT_CLASS (bh_notes_parent_class)->finalize (object);
}

static void
bh_notes_class_init (BhNotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bh_notes_dispose;
  object_class->finalize = bh_notes_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
bh_notes_init (BhNotes *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 4);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->said = g_strdup ("");
  self->described = g_strdup ("");
}

BhNotes *
bh_notes_new (void)
{
  return g_object_new (BH_TYPE_NOTES, NULL);
}
