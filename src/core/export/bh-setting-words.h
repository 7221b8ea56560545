/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-setting.h"

G_BEGIN_DECLS

/* Appends the setting as it stands in a command: "--publish 8080:80", "--read-only". */
void bh_setting_append_words (GString *to, const BhSetting *setting);

G_END_DECLS
