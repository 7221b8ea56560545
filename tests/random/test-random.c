/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Random documents, written and read back. BULKHEAD_RANDOM is how many; a failing one is made
 * small. */
#include <gio/gio.h>
#include <string.h>
#include <yaml.h>

#include "export/bh-output.h"
#include "import/bh-import.h"
#include "random-state.h"
#include "value/bh-mount-parts.h"
#include "value/bh-problem.h"

/* Of one state: what is wrong (transfer full), or NULL. */
typedef char *(*Property) (const BhState *state);

typedef struct
{
  const char *name;
  RandomFlags flags;
  guint share; /* of so many documents it tries one */
  Property check;
  const char *program; /* that has to be there, or NULL */
} Row;

static guint
n_documents (void)
{
  const char *number = g_getenv ("BULKHEAD_RANDOM");
  guint64 n = 1000;

  g_assert_true (number == NULL || g_ascii_string_to_unsigned (number, 10, 1, 10000000, &n, NULL));
  return (guint) n;
}

/* ---- read back by our own importers ---- */

static char *
check_same (const BhState *state,
            BhOutput *(*export_state) (const BhState *, BhExportFlags),
            BhExportFlags flags,
            BhImport *(*import_text) (const char *, gssize, GError **) )
{
  g_autoptr (BhOutput) output = export_state (state, flags);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = import_text (output->text->str, -1, &error);

  if (import == NULL)
    return g_strdup_printf ("it is not read: %s\n%s", error->message, output->text->str);
  if (import->states->len != 1 || !bh_state_equal (import->states->pdata[0], state))
    return g_strdup_printf ("it is read as another one:\n%s", output->text->str);
  return NULL;
}

static char *
check_run (const BhState *state)
{
  static const struct
  {
    BhOutput *(*export_state) (const BhState *, BhExportFlags);
    BhExportFlags flags;
  } forms[] = {
    { bh_export_run, BH_EXPORT_DEFAULT },
    { bh_export_run, BH_EXPORT_SHORT },
    { bh_export_run_oneline, BH_EXPORT_DEFAULT },
    { bh_export_run_oneline, BH_EXPORT_SHORT },
  };
  char *problem = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (forms) && problem == NULL; i++)
    problem = check_same (state, forms[i].export_state, forms[i].flags, bh_import_command);
  return problem;
}

static char *
check_profile (const BhState *state)
{
  return check_same (state, bh_export_profile, BH_EXPORT_DEFAULT, bh_import_profile);
}

/* Two mounts at one place; FALSE for what is not literal. */
static gboolean
has_mounts_at_one_place (const BhState *state)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < state->n_settings; i++)
    {
      const BhSetting *setting = state->settings[i];
      BhMountParts parts;

      if (setting->option == NULL || setting->option->section != BH_SECTION_MOUNTS ||
          (setting->option->kind != BH_KIND_VOLUME && setting->option->kind != BH_KIND_MOUNT &&
           setting->option->kind != BH_KIND_TMPFS))
        continue;
      bh_mount_parts_read (setting->option, setting->value, &parts);
      if (!g_hash_table_add (places, bh_text_dup_range (setting->value, parts.target)))
        return TRUE;
    }
  return FALSE;
}

/* Whether client and engine would make a container of it. */
static gboolean
is_sound (const BhState *state)
{
  g_autoptr (GPtrArray) problems = bh_state_check (state);

  if (has_mounts_at_one_place (state))
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    if (bh_problem_is_refusal (problems->pdata[i]))
      return FALSE;
  return TRUE;
}

static int
compare_lines (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Of networks and volumes, which comes first says nothing. */
static gboolean
has_same_lines (const char *one, const char *other)
{
  g_auto (GStrv) these = g_strsplit (one, "\n", -1);
  g_auto (GStrv) those = g_strsplit (other, "\n", -1);
  guint n = g_strv_length (these);

  if (n != g_strv_length (those))
    return FALSE;
  qsort (these, n, sizeof *these, compare_lines);
  qsort (those, n, sizeof *those, compare_lines);
  return g_strv_equal ((const char *const *) these, (const char *const *) those);
}

/* What is read from a Compose file says the same file. */
static char *
check_compose (const BhState *state)
{
  g_autoptr (BhOutput) output = bh_export_compose (state, BH_EXPORT_DEFAULT);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_compose (output->text->str, -1, &error);
  g_autoptr (BhOutput) again = NULL;

  if (!is_sound (state))
    return NULL;
  if (import == NULL)
    return g_strdup_printf ("it is not read: %s\n%s", error->message, output->text->str);
  g_assert_cmpuint (import->states->len, ==, 1);
  again = bh_export_compose_all ((BhState *const *) import->states->pdata,
                                 (const char *const *) import->names->pdata, 1, BH_EXPORT_DEFAULT);
  if (!has_same_lines (again->text->str, output->text->str))
    return g_strdup_printf ("it becomes another one:\n%s\n%s", output->text->str, again->text->str);
  return NULL;
}

/* ---- the words as shells read them ---- */

/* What the client gets, from the document alone. */
static GPtrArray *
words_of (const BhState *state)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (state->verb == BH_VERB_RUN ? "run" : "create"));
  for (guint i = 0; i < state->n_settings; i++)
    {
      const BhSetting *setting = state->settings[i];
      gboolean alone = setting->option != NULL && !bh_option_takes_value (setting->option);

      if (setting->option == NULL)
        g_ptr_array_add (words, g_strdup (setting->unknown->str));
      else if (alone && g_str_equal (setting->value->str, "true"))
        g_ptr_array_add (words, g_strconcat ("--", setting->option->name, NULL));
      else if (alone)
        g_ptr_array_add (words,
                         g_strdup_printf ("--%s=%s", setting->option->name, setting->value->str));
      else
        {
          g_ptr_array_add (words, g_strconcat ("--", setting->option->name, NULL));
          g_ptr_array_add (words, g_strdup (setting->value->str));
        }
    }
  if (state->image->len > 1 && state->image->str[0] == '-')
    g_ptr_array_add (words, g_strdup ("--"));
  g_ptr_array_add (words, g_strdup (state->image->str));
  for (guint i = 0; i < state->n_command; i++)
    g_ptr_array_add (words, g_strdup (state->command[i]->str));
  return words;
}

/* What PROGRAM prints for TEXT; NULL if it fails. */
static GBytes *
pipe_through (const char *const *program, const char *text, gsize len)
{
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (program, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                         NULL);
  g_autoptr (GBytes) input = g_bytes_new_static (text, len);
  GBytes *output = NULL;

  g_assert_nonnull (process);
  if (!g_subprocess_communicate (process, input, NULL, &output, NULL, NULL))
    return NULL;
  if (!g_subprocess_get_successful (process))
    g_clear_pointer (&output, g_bytes_unref);
  return output;
}

/* Takes one NUL-terminated word off OUTPUT; NULL at its end. */
static const char *
next_word (GBytes *output, gsize *at)
{
  gsize len;
  const char *text = g_bytes_get_data (output, &len);
  const char *word = text + *at;

  if (*at >= len)
    return NULL;
  *at += strlen (word) + 1;
  return word;
}

static char *
compare_words (const char *reader, const BhState *state, GBytes *output)
{
  g_autoptr (GPtrArray) words = words_of (state);
  gsize at = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = output != NULL ? next_word (output, &at) : NULL;

      if (g_strcmp0 (word, words->pdata[i]) != 0)
        return g_strdup_printf ("%s reads “%s” instead of “%s”", reader, word != NULL ? word : "",
                                (char *) words->pdata[i]);
    }
  if (next_word (output, &at) != NULL)
    return g_strdup_printf ("%s reads more words", reader);
  return NULL;
}

static char *
check_shell (const BhState *state, const char *const *shell)
{
  g_autoptr (BhOutput) output = bh_export_run (state, BH_EXPORT_DEFAULT);
  g_autofree char *script =
      g_strconcat ("docker () { printf '%s\\0' \"$@\"; }\n", output->text->str, NULL);
  g_autoptr (GBytes) printed = pipe_through (shell, script, strlen (script));

  return compare_words (shell[0], state, printed);
}

static char *
check_bash (const BhState *state)
{
  return check_shell (state, (const char *const[]){ "bash", "--norc", NULL });
}

static char *
check_dash (const BhState *state)
{
  return check_shell (state, (const char *const[]){ "dash", NULL });
}

static char *
check_busybox (const BhState *state)
{
  return check_shell (state, (const char *const[]){ "busybox", "sh", NULL });
}

static char *
check_zsh (const BhState *state)
{
  return check_shell (state, (const char *const[]){ "zsh", "-f", NULL });
}

/* ---- Compose files as libyaml and PyYAML read them ---- */

static yaml_node_t *
member (yaml_document_t *document, yaml_node_t *map, const char *key)
{
  if (map == NULL || map->type != YAML_MAPPING_NODE)
    return NULL;
  for (yaml_node_pair_t *pair = map->data.mapping.pairs.start; pair < map->data.mapping.pairs.top;
       pair++)
    {
      yaml_node_t *name = yaml_document_get_node (document, pair->key);

      if (key == NULL || g_str_equal ((const char *) name->data.scalar.value, key))
        return yaml_document_get_node (document, pair->value);
    }
  return NULL;
}

static char *
undouble (const char *str)
{
  g_auto (GStrv) parts = g_strsplit (str, "$$", -1);

  return g_strjoinv ("$", parts);
}

static yaml_node_t *
item (yaml_document_t *document, yaml_node_t *list, guint index)
{
  return yaml_document_get_node (document, list->data.sequence.items.start[index]);
}

/* What libyaml makes of TEXT, without Compose's doubling. */
static gboolean
reads_as (const yaml_node_t *node, const char *text)
{
  g_autofree char *read = node != NULL ? undouble ((const char *) node->data.scalar.value) : NULL;

  return g_strcmp0 (read, text) == 0;
}

/* NAME=VALUE in a map or a list. */
static gboolean
has_variable (yaml_document_t *document, yaml_node_t *environment, const char *text)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = g_strndup (text, strcspn (text, "="));

  if (environment->type == YAML_MAPPING_NODE)
    return equals != NULL && reads_as (member (document, environment, name), equals + 1);
  for (gint i = 0;
       i < environment->data.sequence.items.top - environment->data.sequence.items.start; i++)
    if (reads_as (item (document, environment, (guint) i), text))
      return TRUE;
  return FALSE;
}

/* The last of each name is there. */
static char *
compare_variables (const BhState *state, yaml_document_t *document, yaml_node_t *service)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  yaml_node_t *environment = member (document, service, "environment");

  for (guint i = state->n_settings; i-- > 0;)
    {
      const BhSetting *setting = state->settings[i];

      if (setting->option == bh_option_get ("env") &&
          g_hash_table_add (seen,
                            g_strndup (setting->value->str, strcspn (setting->value->str, "="))) &&
          (environment == NULL || !has_variable (document, environment, setting->value->str)))
        return g_strdup_printf ("libyaml does not read “%s”", setting->value->str);
    }
  return NULL;
}

static char *
compare_command (const BhState *state, yaml_document_t *document, yaml_node_t *service)
{
  yaml_node_t *command = member (document, service, "command");

  for (guint i = 0; i < state->n_command; i++)
    if (!reads_as (item (document, command, i), state->command[i]->str))
      return g_strdup_printf ("libyaml does not read “%s”", state->command[i]->str);
  return NULL;
}

/* The words of the command and the variables come back: on these texts Compose has no opinion. */
static char *
compare_texts (const BhState *state, yaml_document_t *document)
{
  yaml_node_t *services = member (document, yaml_document_get_root_node (document), "services");
  yaml_node_t *service = member (document, services, NULL);
  char *problem = compare_command (state, document, service);

  return problem != NULL ? problem : compare_variables (state, document, service);
}

static char *
check_libyaml (const BhState *state)
{
  g_autoptr (BhOutput) output = bh_export_compose (state, BH_EXPORT_DEFAULT);
  yaml_parser_t parser;
  yaml_document_t document;
  char *problem;

  g_assert_true (yaml_parser_initialize (&parser));
  yaml_parser_set_input_string (&parser, (const guchar *) output->text->str, output->text->len);
  if (yaml_parser_load (&parser, &document))
    {
      problem = compare_texts (state, &document);
      yaml_document_delete (&document);
    }
  else
    problem = g_strdup_printf ("libyaml: %s in line %zu of\n%s", parser.problem,
                               parser.problem_mark.line + 1, output->text->str);
  yaml_parser_delete (&parser);
  return problem;
}

/* Prints the words of a service's command, each with a NUL behind it; they have to be strings. */
static const char *const python[] = {
  "python3", "-c",
  "import sys, yaml\n"
  "service, = yaml.safe_load(sys.stdin.buffer.read())['services'].values()\n"
  "words = [word.replace('$$', '$') + '\\0' for word in service.get('command') or []]\n"
  "sys.stdout.buffer.write(''.join(words).encode())\n",
  NULL
};

static char *
check_pyyaml (const BhState *state)
{
  g_autoptr (BhOutput) output = bh_export_compose (state, BH_EXPORT_DEFAULT);
  g_autoptr (GBytes) printed = pipe_through (python, output->text->str, output->text->len);
  gsize at = 0;

  if (printed == NULL)
    return g_strdup_printf ("PyYAML does not read\n%s", output->text->str);
  for (guint i = 0; i < state->n_command; i++)
    {
      const char *word = next_word (printed, &at);

      if (g_strcmp0 (word, state->command[i]->str) != 0)
        return g_strdup_printf ("PyYAML reads “%s” instead of “%s”", word != NULL ? word : "",
                                state->command[i]->str);
    }
  return NULL;
}

/* ---- */

/* Processes of others cost a thousand times as much as we do. */
static const Row rows[] = {
  { "/random/run", RANDOM_DEFAULT, 1, check_run },
  { "/random/profile", RANDOM_DEFAULT, 1, check_profile },
  { "/random/compose", RANDOM_SOUND, 1, check_compose },
  { "/random/libyaml", RANDOM_LITERAL, 1, check_libyaml },
  { "/random/bash", RANDOM_LITERAL, 20, check_bash, "bash" },
  { "/random/dash", RANDOM_LITERAL, 20, check_dash, "dash" },
  { "/random/busybox", RANDOM_LITERAL, 20, check_busybox, "busybox" },
  { "/random/zsh", RANDOM_LITERAL, 20, check_zsh, "zsh" },
  { "/random/pyyaml", RANDOM_LITERAL, 50, check_pyyaml, "python3" },
};

static gboolean
has_fault (const BhState *state, gconstpointer data)
{
  const Row *row = data;
  g_autofree char *problem = row->check (state);

  return problem != NULL;
}

static void
report (const Row *row, const BhState *state)
{
  g_autoptr (BhState) smallest = random_state_shrink (state, has_fault, row);
  g_autoptr (BhOutput) command = bh_export_run_oneline (smallest, BH_EXPORT_DEFAULT);
  g_autofree char *problem = row->check (smallest);

  g_test_message ("the smallest one that fails: %s%s", command->text->str, problem);
  g_test_fail ();
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  guint n = MAX (n_documents () / row->share, 20);
  g_autofree char *program =
      row->program != NULL ? g_find_program_in_path (row->program) : g_strdup ("");

  if (program == NULL)
    {
      g_assert_null (g_getenv ("BULKHEAD_CI"));
      g_test_skip ("the program is not installed");
      return;
    }
  for (guint i = 0; i < n && !g_test_failed (); i++)
    {
      g_autoptr (BhState) state = random_state_new (row->flags);

      if (has_fault (state, row))
        report (row, state);
    }
  if (!g_test_failed ())
    g_test_message ("%u documents", n);
}

/* A state is made as small as the fault allows: here, an `x` in a value of --env. */
static gboolean
has_x (const BhState *state, gconstpointer data)
{
  for (guint i = 0; i < state->n_settings; i++)
    if (bh_setting_is (state->settings[i], bh_option_get ("env")) &&
        strchr (state->settings[i]->value->str, 'x') != NULL)
      return TRUE;
  return FALSE;
}

static void
test_shrink (void)
{
  g_autoptr (BhImport) import =
      bh_import_command ("docker run -it -e A='b x $c' -e x=$x -p 80:80 nginx sh -c x", -1, NULL);
  g_autoptr (BhState) smallest = random_state_shrink (import->states->pdata[0], has_x, NULL);

  g_assert_cmpuint (smallest->n_settings, ==, 1);
  g_assert_cmpuint (smallest->n_command, ==, 0);
  g_assert_cmpuint (smallest->image->len, ==, 1);
  g_assert_cmpint (smallest->settings[0]->value->str[0], !=, 'A');
  g_assert_cmpuint (smallest->settings[0]->value->len, <=, 2); /* x or $x */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/shrink", test_shrink);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add_data_func (rows[i].name, &rows[i], test_row);
  return g_test_run ();
}
