/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "explain/bh-explain-private.h"

#include "bh-i18n.h"
#include "value/bh-image-ref.h"

static const BhMeaning tags[] = {
  { "latest", N_ ("no version: whatever was called the latest when it was fetched") },
  { NULL, NULL },
};

static void
explain_version (BhExplanation *self, const BhImageRef *ref)
{
  if (ref->tag.end > ref->tag.begin)
    bh_explain_word (self, tags, ref->tag,
                     _ ("the version, as its maker names it; it may come to mean other files"));
  else if (ref->digest.end == ref->digest.begin)
    bh_explain (self, (BhRange){ self->value->len, self->value->len },
                _ ("no version is given: whatever was called the latest when it was fetched"));
  bh_explain_written (self, ref->digest, _ ("exactly these files, whatever the name may mean"));
}

void
bh_explain_image (BhExplanation *self)
{
  BhImageRef ref;

  bh_image_ref_parse (self->value, &ref);
  bh_explain_written (self, ref.host, _ ("the registry that it is fetched from"));
  if (ref.host.end > ref.host.begin)
    bh_explain_written (self, ref.path, _ ("its name there"));
  else if (ref.path.begin == ref.name.begin)
    bh_explain_written (self, ref.path, _ ("an official image of Docker Hub"));
  else
    bh_explain_written (self, ref.path,
                        _ ("its name on Docker Hub; whoever has the name before the slash made "
                           "it"));
  explain_version (self, &ref);
}
