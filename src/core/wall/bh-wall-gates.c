/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walls that things go through: network, files, processes. */

#include "wall/bh-wall-private.h"

#include "bh-i18n.h"

static char *
port_label (guint first, guint last)
{
  if (first == 0)
    return g_strdup ("?");
  return first == last ? g_strdup_printf (":%u", first) : g_strdup_printf (":%u-%u", first, last);
}

static void
open_port (BhWall *self, const BhPortFact *port)
{
  g_autofree char *host = port_label (port->host_first, port->host_last);
  g_autofree char *outside = port->address[0] != '\0' && !port->address_ignored && !port->loopback
                                 ? g_strconcat (port->address, host, NULL)
                                 : g_strdup (host);
  g_autofree char *inside = port_label (port->container_first, port->container_last);
  const char *text = port->loopback        ? _ ("Programs on this computer can connect to it.")
                     : port->all_addresses ? _ ("Every network of this computer can connect to it.")
                                           : _ ("Who reaches this address can connect to it.");

  bh_wall_open (self, port->setting, NULL, BH_FLOW_IN, outside, inside, text);
}

gboolean
bh_wall_check_network (BhWall *self, const BhFacts *facts)
{
  if (facts->network == BH_NETWORK_HOST)
    {
      bh_wall_open (self, facts->network_setting, NULL, BH_FLOW_BOTH, _ ("network"), "",
                    _ ("The container uses the host's network as its own."));
      return FALSE;
    }
  if (facts->network == BH_NETWORK_NONE)
    return TRUE;
  if (facts->network == BH_NETWORK_CONTAINER)
    bh_wall_open (self, facts->network_setting, NULL, BH_FLOW_BOTH, facts->network_name, "",
                  _ ("It shares the network of this container."));
  for (guint i = 0; i < facts->ports->len; i++)
    open_port (self, bh_facts_port (facts, i));
  if (facts->publish_all.on)
    bh_wall_open (self, facts->publish_all.setting, NULL, BH_FLOW_IN, "?", "*",
                  _ ("Every network can connect to every port that the image names."));
  bh_wall_open (self, facts->network_setting, "network", BH_FLOW_OUT, _ ("internet"), "",
                _ ("The container can connect to everything that this computer can reach."));
  return TRUE;
}

static void
open_mount (BhWall *self, const BhMountFact *mount)
{
  bh_wall_open (self, mount->setting, NULL, mount->readonly ? BH_FLOW_IN : BH_FLOW_BOTH,
                mount->source, mount->target,
                mount->readonly ? _ ("The container can read this.")
                                : _ ("The container can read and change this."));
}

gboolean
bh_wall_check_files (BhWall *self, const BhFacts *facts)
{
  gboolean stands = TRUE;

  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (mount->type != BH_MOUNT_BIND)
        continue;
      open_mount (self, mount);
      if (mount->path_class == BH_PATH_ROOT)
        stands = FALSE;
    }
  if (facts->volumes_from != BH_NOBODY)
    bh_wall_open (self, facts->volumes_from, NULL, BH_FLOW_BOTH,
                  facts->state->settings[facts->volumes_from]->value->str, "",
                  _ ("It has every mount that this container has."));
  return stands;
}

static void
open_namespace (BhWall *self,
                const BhNamespaceFact *fact,
                const char *outside,
                const char *host,
                const char *container)
{
  if (fact->mode == BH_NAMESPACE_HOST)
    bh_wall_open (self, fact->setting, NULL, BH_FLOW_BOTH, outside, "", host);
  else if (fact->mode == BH_NAMESPACE_CONTAINER && container != NULL)
    bh_wall_open (self, fact->setting, NULL, BH_FLOW_BOTH, outside, "", container);
}

gboolean
bh_wall_check_processes (BhWall *self, const BhFacts *facts)
{
  open_namespace (self, &facts->pid, _ ("processes"), _ ("It sees every process of the host."),
                  _ ("It sees the processes of another container."));
  open_namespace (self, &facts->ipc, _ ("shared memory"),
                  _ ("It reads and changes the shared memory of the host's programs."),
                  _ ("It shares memory with another container."));
  open_namespace (self, &facts->uts, _ ("host name"), _ ("It has the host's name."), NULL);
  open_namespace (self, &facts->cgroupns, _ ("control groups"),
                  _ ("It sees the host's control groups."), NULL);
  return facts->pid.mode != BH_NAMESPACE_HOST;
}
