/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-mount-fixes.h"

#include <string.h>

#include "rule/bh-checks.h"
#include "rule/bh-facts.h"
#include "value/bh-capability.h"

typedef enum
{
  FORM_OTHER,
  FORM_VOLUME, /* SOURCE:TARGET:WORDS */
  FORM_MOUNT,  /* WORDS */
  FORM_TMPFS,  /* TARGET:WORDS */
} Form;

/* A mount as written: what stands before its words, and the words between commas. */
typedef struct
{
  Form form;
  const BhOption *option;
  const BhText *text;
  BhRange head;
  BhRange words;
} Pieces;

static Form
form_of (const BhSetting *setting)
{
  if (bh_setting_is (setting, bh_option_get ("volume")))
    return FORM_VOLUME;
  if (bh_setting_is (setting, bh_option_get ("mount")))
    return FORM_MOUNT;
  return bh_setting_is (setting, bh_option_get ("tmpfs")) ? FORM_TMPFS : FORM_OTHER;
}

/* The colon before the words: the second of a volume, the first of a tmpfs. */
static guint
find_words (Form form, const BhText *text)
{
  guint colon = bh_text_find (text, 0, G_MAXUINT, ':');

  if (form == FORM_VOLUME && colon < text->len)
    colon = bh_text_find (text, colon + 1, G_MAXUINT, ':');
  return colon;
}

/* FALSE when the first cause is not (or no longer) a mount. */
static gboolean
split (const BhState *state, const BhFinding *finding, Pieces *ret_pieces)
{
  int index = finding->n_settings > 0 ? finding->settings[0] : -1;
  const BhSetting *setting;
  guint colon;

  if (index < 0 || (guint) index >= state->n_settings)
    return FALSE;
  setting = state->settings[index];
  *ret_pieces =
      (Pieces){ .form = form_of (setting), .option = setting->option, .text = setting->value };
  if (ret_pieces->form == FORM_OTHER)
    return FALSE;
  if (ret_pieces->form == FORM_MOUNT)
    {
      ret_pieces->words = (BhRange){ 0, setting->value->len };
      return TRUE;
    }
  colon = find_words (ret_pieces->form, setting->value);
  ret_pieces->head = (BhRange){ 0, colon };
  ret_pieces->words = (BhRange){ MIN (colon + 1, setting->value->len), setting->value->len };
  return TRUE;
}

/* "readonly" or "readonly=…" for the key "readonly". */
static gboolean
word_has_key (const BhText *text, BhRange word, const char *key)
{
  guint end = bh_text_find (text, word.begin, word.end, '=');

  return bh_text_range_equal (text, (BhRange){ word.begin, end }, key);
}

static gboolean
word_is_any (const BhText *text, BhRange word, const char *const *keys)
{
  for (; *keys != NULL; keys++)
    if (word_has_key (text, word, *keys))
      return TRUE;
  return FALSE;
}

static void
append_word_separator (BhTextBuilder *builder, const Pieces *pieces, gboolean first)
{
  if (!first)
    bh_text_builder_append_c (builder, ',');
  else if (pieces->form != FORM_MOUNT)
    bh_text_builder_append_c (builder, ':');
}

/* (transfer full): without the words whose keys are in DROP, and with ADD (unless NULL). */
static BhText *
edit_words (const Pieces *pieces, const char *const *drop, const char *add)
{
  g_auto (BhTextBuilder) builder = { 0 };
  gboolean first = TRUE;

  bh_text_builder_init (&builder);
  bh_text_builder_append_range (&builder, pieces->text, pieces->head);
  for (guint begin = pieces->words.begin; begin < pieces->words.end;)
    {
      BhRange word = { begin, bh_text_find (pieces->text, begin, pieces->words.end, ',') };

      begin = word.end + 1;
      if (word_is_any (pieces->text, word, drop))
        continue;
      append_word_separator (&builder, pieces, first);
      bh_text_builder_append_range (&builder, pieces->text, word);
      first = FALSE;
    }
  if (add != NULL)
    {
      append_word_separator (&builder, pieces, first);
      bh_text_builder_append (&builder, add, -1);
    }
  return bh_text_builder_end (&builder);
}

static BhState *
unchanged (const BhState *state)
{
  return bh_state_ref ((BhState *) state);
}

static BhState *
replace (const BhState *state, const BhFinding *finding, const BhOption *option, BhText *text)
{
  g_autoptr (BhSetting) setting = bh_setting_new_take (option, text, NULL);

  return bh_state_replace (state, finding->settings[0], setting);
}

static BhState *
replace_words (const BhState *state,
               const BhFinding *finding,
               const char *const *drop,
               const char *add)
{
  Pieces pieces;

  if (!split (state, finding, &pieces))
    return unchanged (state);
  return replace (state, finding, pieces.option, edit_words (&pieces, drop, add));
}

BhState *
bh_fix_mount_readonly (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  static const char *const drop[] = { "ro", "rw", "readonly", NULL };
  Pieces pieces;

  if (!split (state, finding, &pieces) || pieces.form == FORM_TMPFS)
    return unchanged (state);
  return replace (state, finding, pieces.option,
                  edit_words (&pieces, drop, pieces.form == FORM_MOUNT ? "readonly" : "ro"));
}

BhState *
bh_fix_mount_private (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  static const char *const drop[] = { "shared", "rshared",          "slave",
                                      "rslave", "bind-propagation", NULL };

  return replace_words (state, finding, drop, NULL);
}

BhState *
bh_fix_mount_keep_labels (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  static const char *const drop[] = { "z", "Z", NULL };

  return replace_words (state, finding, drop, NULL);
}

BhState *
bh_fix_tmpfs_noexec (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  static const char *const drop[] = { "exec", NULL };

  return replace_words (state, finding, drop, NULL);
}

BhState *
bh_fix_tmpfs_size (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  static const char *const drop[] = { "size", "tmpfs-size", NULL };
  g_autofree char *size = NULL;
  Pieces pieces;

  if (!split (state, finding, &pieces) || pieces.form == FORM_VOLUME)
    return unchanged (state);
  size =
      g_strdup_printf ("%s=%s", pieces.form == FORM_MOUNT ? "tmpfs-size" : "size", fix->parameter);
  return replace (state, finding, pieces.option, edit_words (&pieces, drop, size));
}

/* The words of -v that --mount has too, in its own words. */
static void
append_mount_words (BhTextBuilder *builder, const Pieces *pieces)
{
  static const char *const propagation[] = { "shared",  "rshared",  "slave", "rslave",
                                             "private", "rprivate", NULL };

  for (guint begin = pieces->words.begin; begin < pieces->words.end;)
    {
      BhRange word = { begin, bh_text_find (pieces->text, begin, pieces->words.end, ',') };

      begin = word.end + 1;
      if (bh_text_range_equal (pieces->text, word, "ro"))
        bh_text_builder_append (builder, ",readonly", -1);
      if (!word_is_any (pieces->text, word, propagation))
        continue;
      bh_text_builder_append (builder, ",bind-propagation=", -1);
      bh_text_builder_append_range (builder, pieces->text, word);
    }
}

/* (transfer full): SOURCE:TARGET:WORDS as --mount says it, and MORE. */
static BhText *
volume_to_mount (const Pieces *pieces, const char *more)
{
  g_auto (BhTextBuilder) builder = { 0 };
  guint colon = bh_text_find (pieces->text, 0, G_MAXUINT, ':');

  bh_text_builder_init (&builder);
  bh_text_builder_append (&builder, "type=bind,source=", -1);
  bh_text_builder_append_range (&builder, pieces->text, (BhRange){ 0, colon });
  bh_text_builder_append (&builder, ",target=", -1);
  bh_text_builder_append_range (&builder, pieces->text, (BhRange){ colon + 1, pieces->head.end });
  append_mount_words (&builder, pieces);
  bh_text_builder_append (&builder, more, -1);
  return bh_text_builder_end (&builder);
}

BhState *
bh_fix_volume_to_mount (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  Pieces pieces;

  if (!split (state, finding, &pieces) || pieces.form != FORM_VOLUME)
    return unchanged (state);
  return replace (state, finding, bh_option_get ("mount"), volume_to_mount (&pieces, ""));
}

BhState *
bh_fix_mount_top_only (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  static const char *const drop[] = { "bind-recursive", "bind-nonrecursive", NULL };
  Pieces pieces;

  if (!split (state, finding, &pieces) || pieces.form == FORM_TMPFS)
    return unchanged (state);
  if (pieces.form == FORM_MOUNT)
    return replace_words (state, finding, drop, "bind-recursive=disabled");
  return replace (state, finding, bh_option_get ("mount"),
                  volume_to_mount (&pieces, ",bind-recursive=disabled"));
}

/* (transfer full): a name for the volume at TARGET: its last folder, if that can be a name. */
static char *
name_volume (const char *target)
{
  g_autofree char *base = g_path_get_basename (target);
  gsize valid = strspn (base, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_.-");

  if (valid < 2 || base[valid] != '\0' || !g_ascii_isalnum (base[0]))
    return g_strdup ("data");
  return g_steal_pointer (&base);
}

/* (transfer full) (nullable): the literal target of --mount. */
static char *
mount_target (const Pieces *pieces)
{
  static const char *const keys[] = { "target", "dst", "destination", NULL };

  for (guint begin = 0; begin < pieces->text->len;)
    {
      BhRange word = { begin, bh_text_find (pieces->text, begin, G_MAXUINT, ',') };
      guint equals = bh_text_find (pieces->text, begin, word.end, '=');

      begin = word.end + 1;
      if (equals < word.end && word_is_any (pieces->text, word, keys))
        return bh_text_dup_range (pieces->text, (BhRange){ equals + 1, word.end });
    }
  return NULL;
}

static BhText *
name_mount (const Pieces *pieces)
{
  static const char *const drop[] = { "source", "src", NULL };
  g_autofree char *target = mount_target (pieces);
  g_autofree char *name = name_volume (target != NULL ? target : "data");
  g_autofree char *source = g_strconcat ("source=", name, NULL);

  return edit_words (pieces, drop, source);
}

BhState *
bh_fix_volume_name (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_auto (BhTextBuilder) builder = { 0 };
  g_autofree char *name = NULL;
  Pieces pieces;

  if (!split (state, finding, &pieces) || pieces.form == FORM_TMPFS)
    return unchanged (state);
  if (pieces.form == FORM_MOUNT)
    return replace (state, finding, pieces.option, name_mount (&pieces));
  if (pieces.text->str[0] != '/')
    return unchanged (state);

  name = name_volume (pieces.text->str);
  bh_text_builder_init (&builder);
  bh_text_builder_append (&builder, name, -1);
  bh_text_builder_append_c (&builder, ':');
  bh_text_builder_append_text (&builder, pieces.text);
  return replace (state, finding, pieces.option, bh_text_builder_end (&builder));
}

/* "data" to "data:/data", "d:/data" to "volume-d:/data". */
BhState *
bh_fix_volume_typo (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  Pieces pieces;
  const char *str, *colon, *prefix;

  if (!split (state, finding, &pieces) || pieces.form != FORM_VOLUME)
    return unchanged (state);
  str = pieces.text->str;
  colon = strchr (str, ':');
  if (colon != NULL && colon != str + 1)
    return unchanged (state);
  prefix = colon != NULL || str[1] == '\0' ? "volume-" : "";
  return replace (state, finding, pieces.option,
                  colon != NULL ? bh_text_new_printf ("%s%s", prefix, str)
                                : bh_text_new_printf ("%s%s:/%s", prefix, str, str));
}

static gboolean
has_mount_at (const BhFacts *facts, const char *target)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    if (g_str_equal (bh_facts_mount (facts, i)->target, target))
      return TRUE;
  return FALSE;
}

/* (transfer full) */
static BhState *
add_tmpfs (const BhState *state, const BhFacts *facts, const char *target)
{
  g_autofree char *value = g_strconcat (target, ":size=64m", NULL);
  g_autoptr (BhSetting) setting = bh_setting_new ("tmpfs", value);

  return has_mount_at (facts, target) ? unchanged (state) : bh_state_add (state, setting);
}

/* With commas between: what the image is known to write to, or what most programs do. */
static const char *
get_writable (const BhFacts *facts)
{
  return facts->known_image != NULL && facts->known_image->writable != NULL
             ? facts->known_image->writable
             : "/tmp,/run";
}

static gboolean
may_remount (const BhFacts *facts)
{
  return bh_check_has_capability (facts, BH_CAP_SYS_ADMIN) && bh_check_may_be_root (facts);
}

BhState *
bh_fix_read_only_root (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhFacts) facts = bh_facts_new (state);
  g_autoptr (BhSetting) read_only = bh_setting_new ("read-only", "true");
  g_auto (GStrv) folders = NULL;
  BhState *result;

  /* With SYS_ADMIN, it would be undone from inside. */
  if (facts->read_only_root.on || may_remount (facts))
    return unchanged (state);
  result = bh_state_set (state, read_only);
  folders = g_strsplit (get_writable (facts), ",", -1);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      BhState *next = add_tmpfs (result, facts, folders[i]);

      bh_state_unref (result);
      result = next;
    }
  return result;
}

static gboolean
gives_sys_admin (const BhSetting *setting)
{
  static const char *const names[] = { "ALL", "SYS_ADMIN", "CAP_SYS_ADMIN", NULL };

  if (bh_setting_is (setting, bh_option_get ("privileged")))
    return TRUE;
  if (!bh_setting_is (setting, bh_option_get ("cap-add")))
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (setting->value->str, names[i]) == 0)
      return TRUE;
  return FALSE;
}

BhState *
bh_fix_drop_sys_admin (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  BhState *result = unchanged (state);

  for (int i = (int) state->n_settings - 1; i >= 0; i--)
    if (gives_sys_admin (state->settings[i]))
      {
        BhState *without = bh_state_remove (result, i);

        bh_state_unref (result);
        result = without;
      }
  return result;
}
