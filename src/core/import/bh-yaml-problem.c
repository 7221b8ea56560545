/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-yaml-problem.h"

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-import.h"

/* The parser looks through all `%` lines for each, and wipes as much memory as the longest gap had
 * for each gap of a text. */
#define MAX_DIRECTIVES 16
#define MAX_GAP 2048

/* What the parser says, and what a person has to know. */
static const struct
{
  const char *problem;
  const char *context; /* (nullable): only while doing that */
  gboolean at_context; /* the place to look at is where it began */
  const char *message;
} messages[] = {
  { "mapping values are not allowed in this context", NULL, FALSE,
    N_ ("a colon is not expected here: put the value in quotes, or look at how the lines are "
        "indented") },
  { "could not find expected ':'", NULL, TRUE,
    N_ ("a colon is missing behind this key, or the line belongs to the one above and has to be "
        "indented further") },
  { "did not find expected key", NULL, FALSE,
    N_ ("a key is expected here: look at how this line and those above are indented") },
  { "did not find expected '-' indicator", NULL, FALSE,
    N_ ("a further item, “- …”, is expected here: look at how this line and those above are "
        "indented") },
  { "did not find expected ',' or ']'", NULL, FALSE,
    N_ ("a comma or the “]” that ends the list is expected here") },
  { "did not find expected ',' or '}'", NULL, FALSE,
    N_ ("a comma or the “}” that ends the map is expected here") },
  { "did not find expected node content", NULL, FALSE, N_ ("a value is expected here") },
  { "did not find expected <document start>", NULL, FALSE,
    N_ ("the document has ended already: look at how this line and those above are indented") },
  { "block sequence entries are not allowed in this context", NULL, FALSE,
    N_ ("an item of a list, “- …”, begins on a line of its own") },
  { "found unexpected end of stream", "while scanning a quoted scalar", TRUE,
    N_ ("the quote that begins here has no end") },
  { "found unexpected document indicator", NULL, TRUE,
    N_ ("the quote that begins here has no end in its document") },
  { "found unknown escape character", NULL, FALSE,
    N_ ("a backslash in double quotes begins an escape like \\n, and this is none: double it, or "
        "use "
        "single quotes") },
  { "found a tab character where an indentation space is expected", NULL, FALSE,
    N_ ("there is a tab here: YAML is indented with blanks only") },
  { "found a tab character that violates indentation", NULL, FALSE,
    N_ ("there is a tab here: YAML is indented with blanks only") },
  { "did not find expected alphabetic or numeric character", NULL, TRUE,
    N_ ("a value that begins with “*” or “&” goes in quotes") },
  { "found undefined tag handle", NULL, FALSE,
    N_ ("a word that begins with “!” is a tag: put it in quotes") },
  { "found extra document content", NULL, FALSE, N_ ("nothing is expected here any more") },
  { "control characters are not allowed", NULL, FALSE,
    N_ ("there is a control character here, which YAML takes only as an escape like \\x1b in "
        "double "
        "quotes") },
};

static int
find_message (const yaml_parser_t *parser)
{
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (g_strcmp0 (messages[i].problem, parser->problem) == 0 &&
        (messages[i].context == NULL || g_strcmp0 (messages[i].context, parser->context) == 0))
      return (int) i;
  return -1;
}

gboolean
bh_yaml_problem_is_at_context (const yaml_parser_t *parser)
{
  int i = find_message (parser);

  return i >= 0 && messages[i].at_context && parser->context != NULL;
}

void
bh_yaml_set_problem (GError **error,
                     const yaml_parser_t *parser,
                     const char *text,
                     const BhLocation *where)
{
  int i = find_message (parser);
  char c = text[where->range.begin];

  if (i >= 0)
    bh_set_error_at (error, BH_ERROR_SYNTAX, where, "%s", _ (messages[i].message));
  else if (g_strcmp0 (parser->problem, "found character that cannot start any token") == 0)
    bh_set_error_at (error, BH_ERROR_SYNTAX, where,
                     c == '\t' ? _ ("there is a tab here: YAML is indented with blanks only")
                               : _ ("“%c” means something to YAML: a value that begins with it "
                                    "goes in quotes"),
                     c);
  else
    bh_set_error_at (error, BH_ERROR_SYNTAX, where,
                     /* TRANSLATORS: what follows is English, from the YAML library. */
                     _ ("this is not YAML: %s"), parser->problem != NULL ? parser->problem : "?");
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static gboolean
refuse_at (GError **error, const char *text, gsize at, const char *message)
{
  BhLocation where = { 1, 1, { 0, 0 } };

  bh_location_advance (&where, text, (guint) at);
  bh_set_error_at (error, BH_ERROR_TOO_LARGE, &where, "%s", message);
  return FALSE;
}

gboolean
bh_yaml_check_text (const char *text, gsize len, GError **error)
{
  guint n_directives = 0;
  gsize gap = 0;

  if (!bh_import_check_text (text, len, error))
    return FALSE;
  for (gsize i = 0; i < len; i++)
    {
      n_directives += text[i] == '%' && (i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r');
      gap = is_blank (text[i]) ? gap + 1 : 0;
      if (n_directives > MAX_DIRECTIVES)
        return refuse_at (error, text, i,
                          _ ("there are too many lines that begin with %, which no Compose file "
                             "needs"));
      if (gap > MAX_GAP)
        return refuse_at (error, text, i,
                          _ ("there are thousands of blanks in a row here, which is more than is "
                             "read"));
    }
  return TRUE;
}
