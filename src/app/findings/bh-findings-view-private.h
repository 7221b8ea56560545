/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "findings/bh-exposure-bar.h"
#include "findings/bh-finding-group.h"
#include "findings/bh-findings-view.h"

G_BEGIN_DECLS

/* What the files of the view tell each other. */

#define BH_N_SEVERITIES (BH_SEVERITY_CRITICAL + 1)

struct _BhFindingsView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  GtkBox *content;
  BhExposureBar *exposure;
  GtkWidget *card;
  GtkImage *card_icon;
  GtkLabel *card_title;
  GtkLabel *card_text;

  /* Borrowed references */
  BhFindingGroup *paths;
  BhFindingGroup *small_paths;
  BhFindingGroup *groups[BH_N_SEVERITIES];
  BhFindingGroup *accepted;

  /* Owned references */
  BhDocument *document;
  char *pointed; /* keys of findings, or NULL */
  char *focused;
};

/* bh-findings-actions.c */
void _bh_findings_view_install_actions (GtkWidgetClass *widget_class);
/* Tells what is pointed at or has the focus, since there is a new report. */
void _bh_findings_view_select (BhFindingsView *self);

G_END_DECLS
