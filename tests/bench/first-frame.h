/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Prints what it took until the first window of APPLICATION had drawn its first frame, in
 * microseconds since the time in BENCH_START (CLOCK_MONOTONIC), and the resident memory in KiB once
 * it is idle; then quits. */
void bench_first_frame (GtkApplication *application);
