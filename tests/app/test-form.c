/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-capability-row.h"
#include "form/bh-captioned-entry.h"
#include "form/bh-form.h"
#include "form/bh-number-field.h"
#include "form/bh-parts-row.h"
#include "form/bh-picker-row.h"
#include "form/bh-port-row.h"
#include "form/bh-size-field.h"
#include "form/bh-variable-row.h"
#include "widget-test.h"

typedef struct
{
  BhDocument *document;
  BhForm *form;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *self, const char *command, BhSection section)
{
  self->document = widget_test_new_document (command);
  self->form = g_object_ref_sink (g_object_new (bh_form_get_type (), NULL));
  bh_form_set_document (self->form, self->document);
  bh_form_show_section (self->form, section);
  self->window = widget_test_show (GTK_WIDGET (self->form));
}

static void
tear_down (Fixture *self)
{
  widget_test_close (self->window, self->form);
  g_assert_finalize_object (self->document);
}

static void
assert_command (Fixture *self, const char *expected)
{
  g_autofree char *command = NULL;

  widget_test_settle ();
  command = widget_test_dup_command (self->document);
  g_assert_cmpstr (command, ==, expected);
}

/* The entries of a row or field, in order. */
static GtkEditable *
entry_of (gpointer row, guint n)
{
  return GTK_EDITABLE (widget_test_find (row, GTK_TYPE_ENTRY, n));
}

static void
test_sections (void)
{
  Fixture self;

  g_test_summary ("every section's page is made from its table, whatever is set, and let go of");
  set_up (&self,
          "docker run -d --name x -p 80:80 -v a:/b --tmpfs /t -e A=b --env-file f --memory 1g "
          "--cpus 2 --ulimit nofile=1 --cap-drop ALL --device /dev/fuse --gpus all --label a=b "
          "--add-host a:1.2.3.4 --bogus=1 --security-opt no-new-privileges --restart always "
          "--privileged --init --sysctl a=b --pull always nginx sh",
          BH_SECTION_IMAGE);
  for (guint section = 0; section < BH_N_SECTIONS; section++)
    {
      bh_form_show_section (self.form, section);
      widget_test_settle ();
      g_assert_cmpint (bh_form_get_section (self.form), ==, section);
    }
  tear_down (&self);
}

static void
test_size (void)
{
  Fixture self;
  BhSizeField *memory;
  GtkDropDown *unit;
  GtkEditable *number;

  g_test_summary ("a size has its unit beside it, and takes one that is typed");
  set_up (&self, "docker run --memory 512m nginx", BH_SECTION_RESOURCES);
  memory = widget_test_find (self.form, BH_TYPE_SIZE_FIELD, 0);
  number = entry_of (memory, 0);
  unit = widget_test_find (memory, GTK_TYPE_DROP_DOWN, 0);
  g_assert_cmpstr (gtk_editable_get_text (number), ==, "512");
  g_assert_cmpuint (gtk_drop_down_get_selected (unit), ==, 2);

  gtk_editable_set_text (number, "1.5");
  assert_command (&self, "docker run --memory 1.5m nginx");
  gtk_drop_down_set_selected (unit, 3);
  assert_command (&self, "docker run --memory 1.5g nginx");
  gtk_editable_set_text (number, "64k");
  assert_command (&self, "docker run --memory 64k nginx");
  g_assert_cmpuint (gtk_drop_down_get_selected (unit), ==, 1);
  gtk_editable_set_text (number, "5q");
  assert_command (&self, "docker run --memory 5q nginx");
  g_assert_cmpstr (gtk_editable_get_text (number), ==, "5q");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (number), "error"));
  gtk_editable_set_text (number, "");
  assert_command (&self, "docker run nginx");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (number), "error"));
  tear_down (&self);
}

static void
test_number (void)
{
  Fixture self;
  BhNumberField *cpus;
  GtkButton *less, *more;

  g_test_summary ("more and less go from step to step, and below the first there is no limit");
  set_up (&self, "docker run --cpus 1.2 nginx", BH_SECTION_RESOURCES);
  cpus = widget_test_find (self.form, BH_TYPE_NUMBER_FIELD, 0);
  less = widget_test_find (cpus, GTK_TYPE_BUTTON, 0);
  more = widget_test_find (cpus, GTK_TYPE_BUTTON, 1);

  g_signal_emit_by_name (more, "clicked");
  assert_command (&self, "docker run --cpus 1.5 nginx");
  g_signal_emit_by_name (more, "clicked");
  assert_command (&self, "docker run --cpus 2 nginx");
  for (guint i = 0; i < 4; i++)
    g_signal_emit_by_name (less, "clicked");
  assert_command (&self, "docker run nginx");
  g_signal_emit_by_name (more, "clicked");
  assert_command (&self, "docker run --cpus 0.5 nginx");
  gtk_editable_set_text (entry_of (cpus, 0), "many");
  assert_command (&self, "docker run --cpus many nginx");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry_of (cpus, 0)), "error"));
  tear_down (&self);
}

static void
test_parts (void)
{
  Fixture self;
  BhPartsRow *row;

  g_test_summary ("each part of a limit has an entry, and the others stay as they are");
  set_up (&self, "docker run --ulimit nofile=1024 nginx", BH_SECTION_RESOURCES);
  row = widget_test_find (self.form, BH_TYPE_PARTS_ROW, 0);
  gtk_editable_set_text (entry_of (row, 2), "2048");
  assert_command (&self, "docker run --ulimit nofile=1024:2048 nginx");
  gtk_editable_set_text (entry_of (row, 1), "512");
  assert_command (&self, "docker run --ulimit nofile=512:2048 nginx");
  bh_document_undo (self.document);
  assert_command (&self, "docker run --ulimit nofile=1024 nginx");
  g_assert_cmpstr (gtk_editable_get_text (entry_of (row, 1)), ==, "1024");
  g_assert_cmpstr (gtk_editable_get_text (entry_of (row, 2)), ==, "");
  tear_down (&self);
}

static void
test_capability (void)
{
  Fixture self;
  BhCapabilityRow *row;

  g_test_summary ("a capability is explained where it is typed, and can be dropped or added");
  set_up (&self, "docker run --cap-add SYS_TIME nginx", BH_SECTION_PRIVILEGES);
  row = widget_test_find (self.form, BH_TYPE_CAPABILITY_ROW, 0);
  g_assert_true (widget_test_says (row, "clock"));
  gtk_drop_down_set_selected (widget_test_find (row, GTK_TYPE_DROP_DOWN, 0), 0);
  assert_command (&self, "docker run --cap-drop SYS_TIME nginx");
  gtk_editable_set_text (entry_of (row, 0), "CHOWN");
  assert_command (&self, "docker run --cap-drop CHOWN nginx");
  g_assert_false (widget_test_says (row, "clock"));
  tear_down (&self);
}

static void
test_secret (void)
{
  Fixture self;
  BhVariableRow *row;
  GtkToggleButton *reveal;

  g_test_summary ("a value that looks secret is hidden until it is asked for");
  set_up (&self, "docker run -e DB_PASSWORD=hunter2 -e COLOR=red nginx", BH_SECTION_ENVIRONMENT);
  row = widget_test_find (self.form, BH_TYPE_VARIABLE_ROW, 0);
  reveal = widget_test_find (row, GTK_TYPE_TOGGLE_BUTTON, 0);
  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (entry_of (row, 1))));
  gtk_toggle_button_set_active (reveal, TRUE);
  g_assert_true (gtk_entry_get_visibility (GTK_ENTRY (entry_of (row, 1))));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Variable: --env DB_PASSWORD=••••••••");

  row = widget_test_find (self.form, BH_TYPE_VARIABLE_ROW, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Variable: --env COLOR=red");
  g_assert_true (gtk_entry_get_visibility (GTK_ENTRY (entry_of (row, 1))));
  tear_down (&self);
}

static gpointer
focused_row (Fixture *self)
{
  return gtk_widget_get_ancestor (gtk_window_get_focus (self->window), BH_TYPE_SETTING_ROW);
}

static void
test_rows (void)
{
  Fixture self;
  GtkWidget *row;

  g_test_summary ("rows are moved, duplicated and removed, and the focus goes along");
  set_up (&self, "docker run -p 1:1 -d -p 2:2 -p 3:3 nginx", BH_SECTION_PORTS);
  row = widget_test_find (self.form, BH_TYPE_PORT_ROW, 0);
  gtk_widget_grab_focus (GTK_WIDGET (entry_of (row, 0)));
  gtk_widget_activate_action (row, "row.move-down", NULL);
  assert_command (&self, "docker run --detach --publish 2:2 --publish 1:1 --publish 3:3 nginx");
  row = focused_row (&self);
  g_assert_true (row == widget_test_find (self.form, BH_TYPE_PORT_ROW, 1));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (self.window), GTK_WIDGET (entry_of (row, 0))));

  gtk_widget_activate_action (row, "row.duplicate", NULL);
  assert_command (&self, "docker run --detach --publish 2:2 --publish 1:1 --publish 1:1 "
                         "--publish 3:3 nginx");
  row = focused_row (&self);
  g_assert_true (row == widget_test_find (self.form, BH_TYPE_PORT_ROW, 2));

  for (guint i = 0; i < 4; i++)
    {
      gtk_widget_activate_action (focused_row (&self), "row.remove", NULL);
      widget_test_settle ();
    }
  assert_command (&self, "docker run --detach nginx");
  g_assert_null (widget_test_find (self.form, BH_TYPE_PORT_ROW, 0));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (self.window)));
  tear_down (&self);
}

static GtkDropTarget *
drop_target_of (GtkWidget *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static gboolean
drop (GtkWidget *dragged, GtkWidget *on, gboolean below)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, BH_TYPE_SETTING_ROW);
  g_value_set_object (&value, dragged);
  g_signal_emit_by_name (drop_target_of (on), "drop", &value, 5.0,
                         below ? gtk_widget_get_height (on) - 2.0 : 2.0, &taken);
  widget_test_settle ();
  return taken;
}

static void
test_drop (void)
{
  Fixture self;

#define ROW(n) widget_test_find (self.form, BH_TYPE_PORT_ROW, (n))
  g_test_summary ("a row that is dropped above or below another one is there then");
  set_up (&self, "docker run -p 1:1 -p 2:2 -p 3:3 nginx", BH_SECTION_PORTS);
  g_assert_true (drop (ROW (0), ROW (2), TRUE));
  assert_command (&self, "docker run --publish 2:2 --publish 3:3 --publish 1:1 nginx");
  g_assert_true (drop (ROW (2), ROW (0), FALSE));
  assert_command (&self, "docker run --publish 1:1 --publish 2:2 --publish 3:3 nginx");
  g_assert_true (drop (ROW (0), ROW (2), FALSE));
  assert_command (&self, "docker run --publish 2:2 --publish 1:1 --publish 3:3 nginx");
  g_assert_false (drop (ROW (1), ROW (1), FALSE));
  assert_command (&self, "docker run --publish 2:2 --publish 1:1 --publish 3:3 nginx");
  tear_down (&self);
#undef ROW
}

static void
test_wrong_part (void)
{
  Fixture self;
  GtkEditable *container;

  g_test_summary ("of a row with several entries the wrong one is marked, and the focus stays");
  set_up (&self, "docker run -p 8080:80 nginx", BH_SECTION_PORTS);
  container = entry_of (widget_test_find (self.form, BH_TYPE_PORT_ROW, 0), 1);
  gtk_widget_grab_focus (GTK_WIDGET (container));
  gtk_editable_set_text (container, "99999");
  assert_command (&self, "docker run --publish 8080:99999 nginx");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (container), "error"));
  g_assert_false (
      gtk_widget_has_css_class (GTK_WIDGET (
                                    entry_of (widget_test_find (self.form, BH_TYPE_PORT_ROW, 0),
                                              0)),
                                "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (container), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (container),
                                                   GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (self.window), GTK_WIDGET (container)));
  gtk_editable_set_text (container, "80");
  assert_command (&self, "docker run --publish 8080:80 nginx");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (container), "error"));
  tear_down (&self);
}

static void
on_select (int *selected, int setting)
{
  *selected = setting;
}

static void
test_select (void)
{
  Fixture self;
  int selected = -100;

  g_test_summary ("the setting whose row has the focus is told, and where it has moved to");
  set_up (&self, "docker run -d -p 1:1 -p 2:2 nginx", BH_SECTION_PORTS);
  g_signal_connect_swapped (self.form, "select", G_CALLBACK (on_select), &selected);
  gtk_widget_grab_focus (
      GTK_WIDGET (entry_of (widget_test_find (self.form, BH_TYPE_PORT_ROW, 1), 0)));
  g_assert_cmpint (selected, ==, 2);
  gtk_widget_activate_action (focused_row (&self), "row.move-up", NULL);
  widget_test_settle ();
  g_assert_cmpint (selected, ==, 1);
  gtk_window_set_focus (self.window, NULL);
  g_assert_cmpint (selected, ==, -100);
  tear_down (&self);
}

static void
test_reveal (void)
{
  Fixture self;
  GtkWidget *row;

  g_test_summary ("a setting is shown on its page: with the focus, or only lit up");
  set_up (&self, "docker run -d -p 1:1 --memory 1g nginx", BH_SECTION_IMAGE);
  bh_form_reveal (self.form, 1, BH_REVEAL_FOCUS);
  widget_test_settle ();
  g_assert_cmpint (bh_form_get_section (self.form), ==, BH_SECTION_PORTS);
  g_assert_nonnull (focused_row (&self));

  gtk_window_set_focus (self.window, NULL);
  bh_form_reveal (self.form, 2, BH_REVEAL_FLASH);
  widget_test_settle ();
  g_assert_cmpint (bh_form_get_section (self.form), ==, BH_SECTION_RESOURCES);
  row = widget_test_find (self.form, BH_TYPE_SIZE_FIELD, 0);
  g_assert_true (gtk_widget_has_css_class (row, "flash"));
  g_assert_null (gtk_window_get_focus (self.window));
  tear_down (&self);
}

static const char *
example_of (const BhOption *option)
{
  return bh_option_takes_value (option) ? "1" : "true";
}

static void
test_reveal_all (void)
{
  Fixture self;
  guint n_options;
  const BhOption *options = bh_option_table (&n_options);

  g_test_summary ("every option of the table has a row on some page, set or not");
  set_up (&self, "docker run nginx", BH_SECTION_IMAGE);
  for (guint i = 0; i < n_options; i++)
    {
      g_autoptr (BhSetting) setting = bh_setting_new (options[i].name, example_of (&options[i]));
      g_autoptr (BhState) before = bh_state_ref ((BhState *) bh_document_get_state (self.document));
      g_autoptr (BhState) state = bh_state_add (before, setting);

      g_test_message ("--%s", options[i].name);
      g_assert_true (bh_form_reveal_option (self.form, &options[i], BH_REVEAL_FLASH));
      bh_document_change (self.document, state, "add", NULL);
      g_assert_true (bh_form_reveal (self.form, 0, BH_REVEAL_FLASH));
      bh_document_change (self.document, before, "remove", NULL);
    }
  tear_down (&self);
}

static void
test_conflict (void)
{
  Fixture self;
  GtkWidget *row;

  g_test_summary ("what two settings disagree about is told at both");
  set_up (&self, "docker run --rm --restart always nginx", BH_SECTION_LIFECYCLE);
  row = widget_test_find (self.form, ADW_TYPE_COMBO_ROW, 0);
  g_assert_true (gtk_widget_has_css_class (row, "refused"));
  bh_form_reveal_option (self.form, bh_option_get ("rm"), BH_REVEAL_FOCUS);
  widget_test_settle ();
  row = gtk_widget_get_ancestor (gtk_window_get_focus (self.window), ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_widget_has_css_class (row, "refused"));
  tear_down (&self);
}

static void
test_search (void)
{
  static const struct
  {
    const char *name;
    const char *summary;
    const char *needles[4];
    gboolean fits;
  } rows[] = {
    { "--memory", "the most memory that the container may use", { "memory", NULL }, TRUE },
    { "--memory", "the most memory that the container may use", { "most", "use", NULL }, TRUE },
    { "--memory", "the most memory that the container may use", { "--mem", NULL }, TRUE },
    { "--memory", "the most memory that the container may use", { "most", "cpu", NULL }, FALSE },
    { "--memory", "the most memory that the container may use", { "", NULL }, TRUE },
  };
  g_autoptr (GtkWidget) by_name = NULL;
  g_autoptr (GtkWidget) by_summary = NULL;
  char *needle[] = { (char *) "memory", NULL };

  g_test_summary ("all words are looked for, in names and meanings, and names come first");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GtkWidget) row =
          g_object_ref_sink (bh_picker_row_new (rows[i].name, rows[i].summary, NULL, 0));

      g_assert_cmpint (bh_picker_row_rank (BH_PICKER_ROW (row), (char **) rows[i].needles) > 0, ==,
                       rows[i].fits);
    }
  by_name = g_object_ref_sink (bh_picker_row_new ("--memory", "a limit", NULL, 0));
  by_summary = g_object_ref_sink (bh_picker_row_new ("--swap", "memory on disk", NULL, 1));
  g_assert_cmpint (bh_picker_row_rank (BH_PICKER_ROW (by_name), needle), >,
                   bh_picker_row_rank (BH_PICKER_ROW (by_summary), needle));
}

static void
add_tests (void)
{
  g_test_add_func ("/form/sections", test_sections);
  g_test_add_func ("/form/size", test_size);
  g_test_add_func ("/form/number", test_number);
  g_test_add_func ("/form/parts", test_parts);
  g_test_add_func ("/form/capability", test_capability);
  g_test_add_func ("/form/secret", test_secret);
  g_test_add_func ("/form/rows", test_rows);
  g_test_add_func ("/form/drop", test_drop);
  g_test_add_func ("/form/wrong-part", test_wrong_part);
  g_test_add_func ("/form/select", test_select);
  g_test_add_func ("/form/reveal", test_reveal);
  g_test_add_func ("/form/reveal-all", test_reveal_all);
  g_test_add_func ("/form/conflict", test_conflict);
  g_test_add_func ("/form/search", test_search);
}

int
main (int argc, char **argv)
{
  return widget_test_run (argc, argv, add_tests);
}
