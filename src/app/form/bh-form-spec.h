/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "option/bh-option.h"

G_BEGIN_DECLS

/**
 * BhFieldKind: which widget edits what.
 * @BH_FIELD_IMAGE: the image
 * @BH_FIELD_COMMAND: the words after the image
 * @BH_FIELD_TEXT: a long value in a row of its own
 * @BH_FIELD_ENTRY: a short value at the end of a row that explains it
 * @BH_FIELD_NUMBER: a number, with buttons for less and more
 * @BH_FIELD_SIZE: a number of bytes with its unit
 * @BH_FIELD_SWITCH: a flag
 * @BH_FIELD_CHOICE: one of several values, or another that is typed
 * @BH_FIELD_LIST: a row for each setting of one or several options that repeat
 * @BH_FIELD_REST: a row for each setting of the section that no other field edits
 */
typedef enum
{
  BH_FIELD_END,
  BH_FIELD_IMAGE,
  BH_FIELD_COMMAND,
  BH_FIELD_TEXT,
  BH_FIELD_ENTRY,
  BH_FIELD_NUMBER,
  BH_FIELD_SIZE,
  BH_FIELD_SWITCH,
  BH_FIELD_CHOICE,
  BH_FIELD_LIST,
  BH_FIELD_REST,
} BhFieldKind;

/**
 * BhChoice:
 * @value: of the option, "" for what holds when it is not set; NULL for another one, which is typed
 * @title: N_() its name
 * @subtitle: N_() what it means, in a line
 * @also: (nullable): another value that says the same
 */
typedef struct
{
  const char *value;
  const char *title;
  const char *subtitle;
  const char *also;
} BhChoice;

/* What of this computer is worth knowing beside a limit. */
typedef enum
{
  BH_MEASURE_NONE,
  BH_MEASURE_CPUS,
  BH_MEASURE_MEMORY,
} BhMeasure;

/**
 * BhAddition: what the button below a list adds.
 * @option: the option
 * @value: what to begin with; NULL to choose from a list first
 * @title: N_() of the button, with a mnemonic
 */
typedef struct
{
  const char *option;
  const char *value;
  const char *title;
} BhAddition;

#define BH_MAX_ADDITIONS 3

/**
 * BhFieldSpec:
 * @kind: which widget
 * @option: what it edits; for lists the first of them
 * @also: for lists, further options
 * @title: N_() its name; for choices that of the list, for lists unused
 * @subtitle: N_() what teaches; for texts unused; for lists what it says when it is empty
 * @placeholder: N_() an example, or what holds when nothing is typed
 * @step: for numbers, what a press of a button adds or takes
 * @measure: for numbers and sizes, what of this computer is told below
 * @choices: for choices, until the first without a title; the first is the default
 * @typed: N_() for choices, the name of the entry for another value
 * @additions: for lists
 */
typedef struct
{
  BhFieldKind kind;
  const char *option;
  const char *also[3];
  const char *title;
  const char *subtitle;
  const char *placeholder;
  double step;
  BhMeasure measure;
  const BhChoice *choices;
  const char *typed;
  BhAddition additions[BH_MAX_ADDITIONS];
} BhFieldSpec;

#define BH_MAX_FIELDS 8

/* A group of rows below a heading. Fields end with the first of kind BH_FIELD_END. */
typedef struct
{
  const char *title;
  const char *description;
  BhFieldSpec fields[BH_MAX_FIELDS];
} BhGroupSpec;

/* The groups of a section's page, in order. The last one is the rest of its options. */
const BhGroupSpec *bh_form_spec (BhSection section, guint *n_groups);
/* (nullable): values of an option that many want, for those who do not know them by heart; until
 * the first without a value. */
const BhChoice *bh_form_suggestions (const BhOption *option);
/* The field that edits the option by name; NULL for those that BH_FIELD_REST edits. */
const BhFieldSpec *bh_form_spec_find (const BhOption *option);
/* The page that edits the option, which need not be where the option's own section is. */
BhSection bh_form_spec_get_section (const BhOption *option);

G_END_DECLS
