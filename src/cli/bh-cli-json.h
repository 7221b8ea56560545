/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "import/bh-import.h"
#include "rule/bh-report.h"

G_BEGIN_DECLS

/* Prints a tree with two-space indentation and a newline. */
void bh_cli_print_json (JsonBuilder *builder);

void bh_cli_json_string (JsonBuilder *builder, const char *name, const char *value);
void bh_cli_json_strv (JsonBuilder *builder, const char *name, const char *const *values);

/* The object of `check --format json`. REPORTS and PROBLEMS run beside the states of IMPORT. */
void bh_cli_json_check (JsonBuilder *builder,
                        const BhImport *import,
                        const GPtrArray *reports,
                        const GPtrArray *problems);

/* The object of `check --format sarif`. NAME: the file, or NULL. */
void bh_cli_sarif_check (JsonBuilder *builder,
                         const BhImport *import,
                         const GPtrArray *reports,
                         const char *name);

G_END_DECLS
