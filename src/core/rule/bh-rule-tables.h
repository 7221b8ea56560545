/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-facts.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

extern const BhRule bh_rules_port_addresses[];
extern const guint bh_n_rules_port_addresses;
extern const BhRule bh_rules_port_numbers[];
extern const guint bh_n_rules_port_numbers;
extern const BhRule bh_rules_network[];
extern const guint bh_n_rules_network;
extern const BhRule bh_rules_system_mounts[];
extern const guint bh_n_rules_system_mounts;
extern const BhRule bh_rules_personal_mounts[];
extern const guint bh_n_rules_personal_mounts;
extern const BhRule bh_rules_root_files[];
extern const guint bh_n_rules_root_files;
extern const BhRule bh_rules_binds[];
extern const guint bh_n_rules_binds;
extern const BhRule bh_rules_volumes[];
extern const guint bh_n_rules_volumes;
extern const BhRule bh_rules_environment[];
extern const guint bh_n_rules_environment;
extern const BhRule bh_rules_memory[];
extern const guint bh_n_rules_memory;
extern const BhRule bh_rules_cpu[];
extern const guint bh_n_rules_cpu;
extern const BhRule bh_rules_ulimits[];
extern const guint bh_n_rules_ulimits;
extern const BhRule bh_rules_devices[];
extern const guint bh_n_rules_devices;
extern const BhRule bh_rules_watching[];
extern const guint bh_n_rules_watching;
extern const BhRule bh_rules_lifecycle[];
extern const guint bh_n_rules_lifecycle;
extern const BhRule bh_rules_confinement[];
extern const guint bh_n_rules_confinement;
extern const BhRule bh_rules_namespaces[];
extern const guint bh_n_rules_namespaces;
extern const BhRule bh_rules_kernel[];
extern const guint bh_n_rules_kernel;
extern const BhRule bh_rules_processes[];
extern const guint bh_n_rules_processes;
extern const BhRule bh_rules_secrets[];
extern const guint bh_n_rules_secrets;
extern const BhRule bh_rules_image[];
extern const guint bh_n_rules_image;
extern const BhRule bh_rules_privileges[];
extern const guint bh_n_rules_privileges;
extern const BhRule bh_rules_redundant[];
extern const guint bh_n_rules_redundant;
extern const BhRule bh_rules_host_capabilities[];
extern const guint bh_n_rules_host_capabilities;
extern const BhRule bh_rules_lesser_capabilities[];
extern const guint bh_n_rules_lesser_capabilities;
extern const BhRule bh_rules_users[];
extern const guint bh_n_rules_users;

G_END_DECLS
