/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-path.h"

G_BEGIN_DECLS

extern const BhPath bh_paths_engine[];
extern const guint bh_n_paths_engine;
extern const BhPath bh_paths_processes[];
extern const guint bh_n_paths_processes;
extern const BhPath bh_paths_kernel[];
extern const guint bh_n_paths_kernel;
extern const BhPath bh_paths_devices[];
extern const guint bh_n_paths_devices;
extern const BhPath bh_paths_files[];
extern const guint bh_n_paths_files;
extern const BhPath bh_paths_network[];
extern const guint bh_n_paths_network;
extern const BhPath bh_paths_ports[];
extern const guint bh_n_paths_ports;
extern const BhPath bh_paths_secrets[];
extern const guint bh_n_paths_secrets;
extern const BhPath bh_paths_resources[];
extern const guint bh_n_paths_resources;
extern const BhPath bh_paths_staying[];
extern const guint bh_n_paths_staying;
extern const BhPath bh_paths_illusions[];
extern const guint bh_n_paths_illusions;

G_END_DECLS
