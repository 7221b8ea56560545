/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BhText BhText;
typedef struct _BhYamlNode BhYamlNode;
typedef struct _BhOption BhOption;
typedef struct _BhSetting BhSetting;
typedef struct _BhAcceptance BhAcceptance;
typedef struct _BhState BhState;
typedef struct _BhStateBuilder BhStateBuilder;
typedef struct _BhComposeRest BhComposeRest;
typedef struct _BhDocument BhDocument;
typedef struct _BhNote BhNote;
typedef struct _BhProblem BhProblem;
typedef struct _BhImport BhImport;
typedef struct _BhSource BhSource;
typedef struct _BhOutput BhOutput;
typedef struct _BhTarget BhTarget;
typedef struct _BhFacts BhFacts;
typedef struct _BhRule BhRule;
typedef struct _BhFix BhFix;
typedef struct _BhFinding BhFinding;
typedef struct _BhPath BhPath;
typedef struct _BhPathFinding BhPathFinding;
typedef struct _BhReport BhReport;
typedef struct _BhExplanation BhExplanation;

/**
 * BhRange:
 * @begin: first byte
 * @end: the byte after the last
 *
 * A stretch of bytes in a text.
 */
typedef struct
{
  guint begin;
  guint end;
} BhRange;

/**
 * BhLocation:
 * @line: from 1; 0 means that the thing was not read from a text
 * @column: from 1, in characters
 * @range: the bytes of the input
 *
 * Where in an imported text something stands.
 */
typedef struct
{
  guint line;
  guint column;
  BhRange range;
} BhLocation;

G_END_DECLS
