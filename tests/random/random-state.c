/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-state.h"

#include "core/hostile-text.h"
#include "import/bh-import.h"

/* The settings of tests/conversion/options.txt. */
static GPtrArray *
read_pool (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "conversion", "options.txt", NULL);
  GPtrArray *pool = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_setting_unref);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *words = lines[i] + strcspn (lines[i], " ");
      g_autofree char *command = g_strdup_printf ("docker run %s x", words);
      g_autoptr (BhImport) import = NULL;
      const BhState *state;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      import = bh_import_command (command, -1, NULL);
      g_assert_nonnull (import);
      state = import->states->pdata[0];
      for (guint j = 0; j < state->n_settings; j++)
        g_ptr_array_add (pool, bh_setting_ref (state->settings[j]));
    }
  g_assert_cmpuint (pool->len, >, 300);
  return pool;
}

static BhText *
random_text (RandomFlags flags)
{
  return hostile_text ((flags & RANDOM_LITERAL) == 0 && g_test_rand_bit ());
}

/* Any row of the table; a switch is mostly on or off. */
static BhSetting *
random_row (RandomFlags flags)
{
  guint n_options;
  const BhOption *options = bh_option_table (&n_options);
  const BhOption *option = &options[g_test_rand_int_range (0, (int) n_options)];

  if (!bh_option_takes_value (option) && g_test_rand_int_range (0, 4) > 0)
    return bh_setting_new (option->name, g_test_rand_bit () ? "true" : "false");
  return bh_setting_new_take (option, random_text (flags), NULL);
}

static BhSetting *
random_unknown (RandomFlags flags)
{
  g_autoptr (BhText) text = random_text (flags);
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  bh_text_builder_append (&builder, "--bogus", -1);
  if (g_test_rand_bit ())
    {
      bh_text_builder_append_c (&builder, '=');
      bh_text_builder_append_text (&builder, text);
    }
  return bh_setting_new_unknown (bh_text_builder_end (&builder), NULL, NULL);
}

static BhSetting *
random_pair (RandomFlags flags)
{
  static const char *const options[] = { "env", "label", "annotation" };
  g_autoptr (BhText) text = random_text (flags);
  g_auto (BhTextBuilder) builder = { 0 };
  int option = g_test_rand_int_range (0, G_N_ELEMENTS (options));

  bh_text_builder_init (&builder);
  bh_text_builder_append_c (&builder, (char) g_test_rand_int_range ('a', 'f'));
  bh_text_builder_append_c (&builder, '=');
  bh_text_builder_append_text (&builder, text);
  return bh_setting_new_take (bh_option_get (options[option]), bh_text_builder_end (&builder),
                              NULL);
}

static gboolean
is_literal (const BhSetting *setting)
{
  return bh_text_is_literal (setting->value);
}

static BhSetting *
random_setting (RandomFlags flags)
{
  static GPtrArray *pool;
  int kind = g_test_rand_int_range (0, 10);

  if (pool == NULL)
    pool = read_pool ();
  if ((flags & RANDOM_SOUND) != 0 && kind < 3)
    return random_pair (flags);
  if (kind == 0)
    return random_unknown (flags);
  if (kind < 5 || (flags & RANDOM_SOUND) != 0)
    {
      BhSetting *known = pool->pdata[g_test_rand_int_range (0, (int) pool->len)];

      if ((flags & RANDOM_LITERAL) == 0 || is_literal (known))
        return bh_setting_ref (known);
    }
  return (flags & RANDOM_SOUND) != 0 ? random_pair (flags) : random_row (flags);
}

static void
add_start (BhStateBuilder *builder, RandomFlags flags)
{
  /* What podman makes of an option is not checked. */
  if ((flags & RANDOM_SOUND) == 0 && g_test_rand_int_range (0, 4) == 0)
    builder->engine = BH_ENGINE_PODMAN;
  if (g_test_rand_int_range (0, 4) == 0)
    bh_state_builder_add_prefix (builder, bh_text_new ("sudo"));
  if (g_test_rand_int_range (0, 4) == 0)
    {
      g_autoptr (BhText) text = hostile_text (FALSE);
      g_autofree char *line = g_strdelimit (g_strdup (text->str), "\n", '.');

      /* The importer begins at the line that names the program. */
      bh_state_builder_add_prefix (builder, bh_text_new_printf ("A=%s", line));
    }
  if (g_test_rand_int_range (0, 4) == 0)
    bh_state_builder_add_global (builder, bh_text_new ("--debug"));
}

BhState *
random_state_new (RandomFlags flags)
{
  g_auto (BhStateBuilder) builder = { 0 };
  BhText *image = (flags & RANDOM_SOUND) != 0 ? bh_text_new ("nginx:1") : random_text (flags);

  bh_state_builder_init (&builder);
  builder.verb = g_test_rand_int_range (0, 4) == 0 ? BH_VERB_CREATE : BH_VERB_RUN;
  if ((flags & RANDOM_LITERAL) == 0)
    add_start (&builder, flags);
  for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
    bh_state_builder_add_setting (&builder, random_setting (flags));
  bh_state_builder_set_image (&builder, image, NULL);
  for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
    bh_state_builder_add_command (&builder, random_text (flags));
  return bh_state_builder_end (&builder);
}

/* TEXT without its piece number PIECE, an expansion or a character. If it has not so many: NULL,
 * and PIECE is less by as many as it has. */
static BhText *
text_without (const BhText *text, guint *piece)
{
  g_auto (BhTextBuilder) builder = { 0 };
  guint end;

  for (guint at = 0; at < text->len; at = end)
    {
      const BhExpansion *expansion = bh_text_expansion_at (text, at);
      const char *next = g_utf8_next_char (text->str + at);

      end = expansion != NULL ? expansion->range.end : (guint) (next - text->str);
      if ((*piece)-- > 0)
        continue;
      bh_text_builder_init (&builder);
      bh_text_builder_append_range (&builder, text, (BhRange){ 0, at });
      bh_text_builder_append_range (&builder, text, (BhRange){ end, text->len });
      return bh_text_builder_end (&builder);
    }
  return NULL;
}

static BhState *
with_value (const BhState *state, guint index, BhText *value)
{
  const BhOption *option = state->settings[index]->option;
  g_autoptr (BhSetting) setting = bh_setting_new_take (option, bh_text_ref (value), NULL);

  return bh_state_replace (state, index, setting);
}

/* With WORD in the place of word number INDEX of the command, or without it for NULL. */
static BhState *
with_word (const BhState *state, guint index, BhText *word)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < state->n_command; i++)
    if (i != index)
      g_ptr_array_add (words, state->command[i]);
    else if (word != NULL)
      g_ptr_array_add (words, word);
  return bh_state_with_command (state, (BhText *const *) words->pdata, words->len);
}

/* STATE without the piece number PIECE of its texts; NULL if they have not so many. */
static BhState *
without_piece (const BhState *state, guint piece)
{
  for (guint i = 0; i < state->n_settings; i++)
    if (state->settings[i]->option != NULL)
      {
        g_autoptr (BhText) value = text_without (state->settings[i]->value, &piece);

        if (value != NULL)
          return with_value (state, i, value);
      }
  for (guint i = 0; i < state->n_command; i++)
    {
      g_autoptr (BhText) word = text_without (state->command[i], &piece);

      if (word != NULL)
        return with_word (state, i, word);
    }
  {
    g_autoptr (BhText) image = text_without (state->image, &piece);

    return image != NULL && image->len > 0 ? bh_state_with_image (state, image) : NULL;
  }
}

/* STATE without one thing, or NULL when there are not so many: settings and words first. */
static BhState *
leave_out (const BhState *state, guint number)
{
  if (number < state->n_settings)
    return bh_state_remove (state, number);
  number -= state->n_settings;
  if (number < state->n_command)
    return with_word (state, number, NULL);
  return without_piece (state, number - state->n_command);
}

/* Everything once. RET_SMALLER: whether anything could be left out. */
static BhState *
shrink_once (const BhState *state, RandomFault has_fault, gconstpointer data, gboolean *ret_smaller)
{
  g_autoptr (BhState) smallest = bh_state_ref ((BhState *) state);
  guint number = 0;

  *ret_smaller = FALSE;
  while (TRUE)
    {
      g_autoptr (BhState) smaller = leave_out (smallest, number);

      if (smaller == NULL)
        return g_steal_pointer (&smallest);
      if (has_fault (smaller, data))
        {
          bh_state_unref (smallest);
          smallest = g_steal_pointer (&smaller);
          *ret_smaller = TRUE;
        }
      else
        number++;
    }
}

BhState *
random_state_shrink (const BhState *state, RandomFault has_fault, gconstpointer data)
{
  g_autoptr (BhState) smallest = bh_state_ref ((BhState *) state);
  gboolean smaller = TRUE;

  while (smaller)
    {
      BhState *next = shrink_once (smallest, has_fault, data, &smaller);

      bh_state_unref (smallest);
      smallest = next;
    }
  return g_steal_pointer (&smallest);
}
