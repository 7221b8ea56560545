/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-catalogue.h"

#include <string.h>

#include "bh-i18n.h"

static const char *const cis_docker_benchmark[] = {
  "4.1",  "4.2",  "4.5",  "4.6",  "4.10", "5.2",  "5.3",  "5.4",  "5.5",  "5.6",  "5.8",  "5.9",
  "5.10", "5.11", "5.12", "5.13", "5.14", "5.15", "5.16", "5.17", "5.18", "5.19", "5.20", "5.21",
  "5.22", "5.25", "5.26", "5.27", "5.28", "5.29", "5.30", "5.31", "5.32", NULL
};

static const char *const owasp_docker_security[] = { "rule 1", "rule 2",  "rule 3",  "rule 4",
                                                     "rule 5", "rule 5a", "rule 6",  "rule 7",
                                                     "rule 8", "rule 12", "rule 13", NULL };

static const char *const nist_sp_800_190[] = { "4.1.2", "4.1.4", "4.1.5", "4.4.1", "4.4.2",
                                               "4.4.3", "4.4.4", "4.5.2", "4.5.5", NULL };

static const char *const kics[] = { "071a71ff", "1c1325ff", "221e0658", "27fcc7d6", "2fc99041",
                                    "404fde2c", "451d79dc", "4d9f44c6", "4f31dd9f", "610e266e",
                                    "698ed579", "6b610c50", "8af7162d", "ae5b6871", "baa3890f",
                                    "baa452f0", "bb9ac4f7", "bc2908f3", "ce14a68b", "ce76b7d0",
                                    "d6355c88", NULL };

static const char *const checkov[] = {
  "CKV_K8S_8",  "CKV_K8S_9",  "CKV_K8S_10", "CKV_K8S_11", "CKV_K8S_12", "CKV_K8S_13", "CKV_K8S_14",
  "CKV_K8S_15", "CKV_K8S_16", "CKV_K8S_17", "CKV_K8S_18", "CKV_K8S_19", "CKV_K8S_20", "CKV_K8S_22",
  "CKV_K8S_23", "CKV_K8S_25", "CKV_K8S_26", "CKV_K8S_27", "CKV_K8S_28", "CKV_K8S_29", "CKV_K8S_30",
  "CKV_K8S_31", "CKV_K8S_35", "CKV_K8S_37", "CKV_K8S_39", "CKV_K8S_40", "CKV_K8S_43", NULL
};

static const char *const trivy[] = {
  "KSV-0001", "KSV-0002", "KSV-0003", "KSV-0004", "KSV-0005", "KSV-0006", "KSV-0007", "KSV-0008",
  "KSV-0009", "KSV-0010", "KSV-0011", "KSV-0012", "KSV-0013", "KSV-0014", "KSV-0015", "KSV-0016",
  "KSV-0017", "KSV-0018", "KSV-0020", "KSV-0021", "KSV-0022", "KSV-0023", "KSV-0024", "KSV-0025",
  "KSV-0026", "KSV-0027", "KSV-0030", "KSV-0034", "KSV-0104", "KSV-0105", "KSV-0106", "KSV-0116",
  "KSV-0117", "KSV-0118", "KSV-0119", "KSV-0120", "KSV-0121", "KSV-0125", "DS-0001",  "DS-0002",
  "DS-0004",  "DS-0026",  "DS-0031",  NULL
};

static const char *const semgrep[] = { "exposing-docker-socket-volume",
                                       "no-new-privileges",
                                       "privileged-service",
                                       "seccomp-confinement-disabled",
                                       "selinux-separation-disabled",
                                       "writable-filesystem-service",
                                       NULL };

static const char *const dclint[] = {
  "no-unbound-port-interfaces",         "no-duplicate-exported-ports",
  "no-duplicate-container-names",       "service-container-name-regex",
  "service-image-require-explicit-tag", NULL
};

static const BhCatalogue catalogues[] = {
  { "CIS Docker Benchmark", N_ ("1.6.0, as coded in docker-bench-security"), cis_docker_benchmark },
  { "OWASP Docker Security", N_ ("cheat sheet, 2026"), owasp_docker_security },
  { "NIST SP 800-190", "2017", nist_sp_800_190 },
  { "KICS", N_ ("Docker Compose queries"), kics },
  { "Checkov", N_ ("Kubernetes checks of containers, 2026"), checkov },
  { "Trivy", N_ ("Kubernetes and Dockerfile checks of containers, 2026"), trivy },
  { "Semgrep", "yaml/docker-compose/security, 2024", semgrep },
  { "dclint", "3", dclint },
};

#define NO_REQUESTS                                                                                \
  N_ ("A share of CPU or memory that is kept free for a container is a matter of clusters.")

/* Checks that no rule covers, and why. */
static const struct
{
  const char *check;
  const char *reason;
} reasons[] = {
  { "NIST SP 800-190 4.4.1", N_ ("How up to date the engine is, no command says.") },
  { "NIST SP 800-190 4.5.2", N_ ("What else runs on the computer, no command says.") },
  { "Checkov CKV_K8S_9", N_ ("Docker knows one kind of health check, which a rule looks at.") },
  { "Checkov CKV_K8S_10", NO_REQUESTS },
  { "Checkov CKV_K8S_12", NO_REQUESTS },
  { "Trivy KSV-0015", NO_REQUESTS },
  { "Trivy KSV-0016", NO_REQUESTS },
  { "dclint no-duplicate-container-names",
    N_ ("Whether a name is taken shows among several containers only.") },
  { "dclint service-container-name-regex",
    N_ ("A name that the engine refuses is told as a mistake, not as a risk.") },
};

const BhCatalogue *
bh_catalogue_table (guint *n_catalogues)
{
  *n_catalogues = G_N_ELEMENTS (catalogues);
  return catalogues;
}

static char *
dup_reference (const BhCatalogue *self, const char *check)
{
  return g_strdup_printf ("%s %s", self->name, check);
}

GPtrArray *
bh_catalogue_find_rules (const BhCatalogue *self, const char *check)
{
  g_autofree char *reference = dup_reference (self, check);
  GPtrArray *found = g_ptr_array_new ();
  guint n_rules;
  const BhRule *const *rules = bh_rule_all (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (g_strv_contains (rules[i]->references, reference))
      g_ptr_array_add (found, (gpointer) rules[i]);
  return found;
}

static const char *
find_reason (const char *reference)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (reasons[i].check, reference) == 0)
      return reasons[i].reason;
  return NULL;
}

const char *
bh_catalogue_get_reason (const BhCatalogue *self, const char *check)
{
  g_autofree char *reference = dup_reference (self, check);
  const char *reason = find_reason (reference);

  return reason != NULL ? _ (reason) : NULL;
}

/* Each check is either covered or has a reason why not. */
static char *
check_catalogue (const BhCatalogue *self)
{
  for (guint i = 0; self->checks[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) rules = bh_catalogue_find_rules (self, self->checks[i]);
      const gboolean excused = bh_catalogue_get_reason (self, self->checks[i]) != NULL;

      if ((rules->len > 0) == excused)
        return g_strdup_printf ("%s %s is %s", self->name, self->checks[i],
                                excused ? "covered after all" : "not covered, and not said why");
    }
  return NULL;
}

char *
bh_catalogue_table_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (catalogues); i++)
    {
      char *problem = check_catalogue (&catalogues[i]);

      if (problem != NULL)
        return problem;
    }
  return NULL;
}
