/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which image it is, where it comes from, and whether it is the same one tomorrow. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"

static const int image_cause[] = { BH_FINDING_IMAGE };

static void
add_image (BhFindings *findings, const BhRule *rule, BhSeverity severity, const char *subject)
{
  bh_findings_add (findings, rule, severity, subject, image_cause, 1);
}

/* Twelve hexadecimal digits or more: the id of an image that is already here. */
static gboolean
is_id (const char *image)
{
  return strlen (image) >= 12 && strspn (image, "0123456789abcdef") == strlen (image);
}

/* Whether the name says which image at all, so that it makes sense to ask more. */
static gboolean
is_named (const BhFacts *facts)
{
  return *facts->image != '\0' && !facts->image_expands && !facts->image_digest &&
         !is_id (facts->image);
}

/* Tags that mean another image after the next release. */
static gboolean
is_moving (const BhFacts *facts)
{
  static const char *const tags[] = { "",         "latest", "main",     "master", "edge",
                                      "nightly",  "dev",    "develop",  "stable", "rolling",
                                      "snapshot", "canary", "unstable", NULL };

  return g_strv_contains (tags, facts->image_tag);
}

static void
check_latest (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (is_named (facts) && is_moving (facts))
    add_image (findings, rule, bh_check_is_service (facts) ? BH_SEVERITY_LOW : rule->severity,
               facts->image);
}

/* For what is only tried out, the tag is enough; a moving one has a rule of its own. */
static void
check_digest (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (is_named (facts) && !is_moving (facts) && bh_check_is_service (facts))
    add_image (findings, rule, rule->severity, facts->image);
}

/* Who writes --pull never looks after the images. */
static void
check_pull (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int setting = bh_check_find_last (facts, "pull");

  if (is_named (facts) && is_moving (facts) && bh_check_is_service (facts) &&
      (setting < 0 || g_str_equal (bh_check_value (facts, setting)->str, "missing")))
    add_image (findings, rule, rule->severity, facts->image);
}

/* Registries that many people use, each run by who its name says; a dot before: all below it. */
static const char *const known_registries[] = {
  "docker.io",
  "index.docker.io",
  "registry-1.docker.io",
  "registry.hub.docker.com",
  "ghcr.io",
  "quay.io",
  "gcr.io",
  ".gcr.io",
  ".pkg.dev",
  "mcr.microsoft.com",
  ".azurecr.io",
  "public.ecr.aws",
  ".amazonaws.com",
  "registry.k8s.io",
  "nvcr.io",
  "registry.gitlab.com",
  "registry.access.redhat.com",
  "registry.redhat.io",
  "registry.fedoraproject.org",
  "registry.opensuse.org",
  "registry.suse.com",
  "container-registry.oracle.com",
  "docker.elastic.co",
  "cgr.dev",
  "lscr.io",
};

/* Your own: on this computer. */
static gboolean
is_local (const char *host)
{
  return g_str_has_prefix (host, "localhost") || g_str_has_prefix (host, "127.") ||
         g_str_has_prefix (host, "[::1]");
}

static gboolean
is_known (const char *host)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_registries); i++)
    if (known_registries[i][0] == '.' ? g_str_has_suffix (host, known_registries[i])
                                      : g_str_equal (host, known_registries[i]))
      return TRUE;
  return FALSE;
}

/* "192.168.0.2:5000" has no name that a certificate could vouch for. */
static gboolean
is_address (const char *host)
{
  return *host == '[' ||
         (strchr (host, '.') != NULL && strspn (host, "0123456789.:") == strlen (host));
}

static void
check_registry (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  const char *host = facts->image_host;

  if (*host == '\0' || facts->image_expands || is_local (host) || is_known (host))
    return;
  add_image (findings, rule, is_address (host) ? BH_SEVERITY_MEDIUM : rule->severity, host);
}

static void
check_platform (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int setting = bh_check_find_last (facts, "platform");

  if (setting >= 0 && bh_check_value (facts, setting)->len > 0)
    bh_findings_add_one (findings, rule, bh_check_value (facts, setting)->str, setting);
}

/* It is the default; only who writes it is told. */
static void
check_content_trust (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (bh_check_is_on (facts, "disable-content-trust"))
    bh_findings_add_one (findings, rule, NULL, bh_check_find_last (facts, "disable-content-trust"));
}

const BhRule bh_rules_image[] = {
  {
      .id = "image-latest",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_IMAGE,
      .title = N_ ("The image has no version"),
      .message = N_ ("“%s” is another image after each release."),
      .exposes = N_ ("Without a tag, Docker takes “latest”. What runs depends on the day when it "
                     "was fetched, and nobody can say afterwards what it was."),
      .attack = N_ ("Whoever takes over the image's account publishes a new “latest”, and the next "
                    "one who fetches it runs it."),
      .legitimate = N_ ("To try something out. For what stays, write the version that you tried: "
                        "nginx:1.27, postgres:17."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.28", "Checkov CKV_K8S_14",
                                           "Trivy KSV-0013", "Trivy DS-0001",
                                           "dclint service-image-require-explicit-tag", NULL },
      .check = check_latest,
      .bad = "-d nginx:latest",
      .good = "-d localhost:5000/latest/nginx:1.27",
  },
  {
      .id = "image-no-digest",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_IMAGE,
      .title = N_ ("The version can be published again"),
      .message = N_ ("“%s” may be replaced by its publisher, for better or worse."),
      .exposes = N_ ("A tag is a name that can be moved. Mostly it is moved to add security fixes. "
                     "Only a digest (@sha256:…) is always the same image."),
      .attack = N_ ("Whoever takes over the image's account or its registry puts another image "
                    "under the same tag."),
      .legitimate = N_ ("When you want the fixes that come under the same tag. With a digest, "
                        "somebody has to renew it."),
      .references = (const char *const[]){ "OWASP Docker Security rule 13", "NIST SP 800-190 4.1.5",
                                           "CIS Docker Benchmark 4.5", "Checkov CKV_K8S_43", NULL },
      .check = check_digest,
      .bad = "-d nginx:1.27",
      .good = "-d nginx:1.27@sha256:"
              "0a399eb16751829e1af26fea27b20c3ec28d7ab1fb72182879dcae1cca21206a",
  },
  {
      .id = "image-pull-never-stale",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_IMAGE,
      .title = N_ ("An old copy of the image may run"),
      .message = N_ ("Docker fetches “%s” only if this computer has no copy, however old."),
      .exposes = N_ ("Flaws that were mended long ago stay in the copy. Fetching it once does not "
                     "keep it up to date."),
      .attack = N_ ("An intruder looks for programs that have not been renewed since a flaw became "
                    "known."),
      .legitimate = N_ ("Offline, or where the registry counts how often you fetch. “docker pull” "
                        "before the start does the same as the fix."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.28", "Checkov CKV_K8S_15",
                                           "Docker docs: docker container run, pull", NULL },
      .check = check_pull,
      .fixes = { { .id = "always",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Look for a newer one at each start"),
                   .breaks = N_ ("Without the network the container does not start, and a new "
                                 "release may behave differently."),
                   .apply = bh_fix_set,
                   .parameter = "pull=always" } },
      .bad = "-d nginx",
      .good = "-d --pull never nginx",
  },
  {
      .id = "image-registry-unknown",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_IMAGE,
      .title = N_ ("The image comes from a registry that few people know"),
      .message = N_ ("The image is fetched from “%s”."),
      .exposes = N_ ("Whoever runs the registry decides what runs here. An address in place of a "
                     "name often means that nothing is encrypted or vouched for on the way."),
      .attack = N_ ("Somebody publishes instructions with a registry whose name looks like a known "
                    "one, and an image that does a little more than it says."),
      .legitimate = N_ ("For the registry of your company or of the program's authors: check that "
                        "their own pages name it."),
      .references = (const char *const[]){ "CIS Docker Benchmark 4.2", "NIST SP 800-190 4.1.5",
                                           "Trivy KSV-0034", "Trivy KSV-0125", NULL },
      .check = check_registry,
      .bad = "203.0.113.9:5000/nginx:1.27",
      .good = "ghcr.io/linuxserver/nginx:1.27",
  },
  {
      .id = "platform-emulated",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_IMAGE,
      .title = N_ ("The image may be for another processor"),
      .message = N_ ("The image for “%s” is taken, whatever this computer is."),
      .exposes = N_ ("On another processor, an emulator runs it, several times slower. Registered "
                     "with certain flags, such an emulator honours set-user-id marks too."),
      .attack = N_ ("None that is known beyond the emulator's own flaws."),
      .legitimate = N_ ("When there is no image for this computer's processor, or to test one for "
                        "another."),
      .references = (const char *const[]){ "Docker docs: Multi-platform builds, QEMU", NULL },
      .check = check_platform,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Take the one for this computer"),
                   .breaks = N_ ("If there is none for it, the image cannot be fetched."),
                   .apply = bh_fix_remove_all,
                   .parameter = "platform" } },
      .bad = "--platform linux/amd64 mysql:5.7",
      .good = "mysql:5.7",
  },
  {
      .id = "content-trust-off",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_IMAGE,
      .title = N_ ("Signatures of the image are not checked"),
      .message = N_ ("Content trust is off, as it is without the option too."),
      .exposes = N_ ("Docker Content Trust checks a signature before it fetches. Few images are "
                     "signed that way, and the service for it is being closed."),
      .attack = N_ ("An image that was replaced in the registry is not noticed."),
      .legitimate = N_ ("Nearly always. A digest in the image's name is the better proof today."),
      .references = (const char *const[]){ "CIS Docker Benchmark 4.5",
                                           "Docker docs: Content trust in Docker", NULL },
      .check = check_content_trust,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Leave it out"),
                   .breaks = N_ ("Nothing changes, unless DOCKER_CONTENT_TRUST is set."),
                   .apply = bh_fix_remove_all,
                   .parameter = "disable-content-trust" } },
      .bad = "--disable-content-trust nginx",
      .good = "--disable-content-trust=false nginx",
  },
};
const guint bh_n_rules_image = G_N_ELEMENTS (bh_rules_image);
