/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-known-image.h"

#include <string.h>

/* To change the owner of their data and then the user. */
#define USUAL "CHOWN,DAC_OVERRIDE,FOWNER,SETGID,SETUID"

static const BhKnownImage images[] = {
  {
      .path = "httpd",
      .capabilities = "KILL,NET_BIND_SERVICE,SETGID,SETUID",
      .writable = "/usr/local/apache2/logs,/tmp",
      .source = "docker-library/httpd: Dockerfile, no USER; Apache docs: Security tips",
  },
  {
      .path = "mariadb",
      .user = "mysql",
      .capabilities = USUAL,
      .writable = "/run/mysqld,/tmp",
      .health = "healthcheck.sh --connect --innodb_initialized",
      .source = "MariaDB/mariadb-docker: docker-entrypoint.sh, healthcheck.sh",
  },
  {
      .path = "memcached",
      .user = "memcache",
      .sets_user = TRUE,
      .capabilities = "",
      .writable = "/tmp",
      .open = TRUE,
      .closed_by = "-S,--enable-sasl,--auth-file,-Y",
      .source = "docker-library/memcached: Dockerfile, USER memcache",
  },
  {
      .path = "mongo",
      .user = "mongodb",
      .capabilities = USUAL,
      .writable = "/tmp",
      .open = TRUE,
      .closed_by = "MONGO_INITDB_ROOT_,--auth,--config,-f,--keyFile",
      .health = "mongosh --quiet --eval 'db.runCommand(\"ping\").ok'",
      .source = "docker-library/mongo: docker-entrypoint.sh",
  },
  {
      .path = "mysql",
      .user = "mysql",
      .capabilities = USUAL,
      .writable = "/run/mysqld,/tmp",
      .health = "mysqladmin ping -h 127.0.0.1 --silent",
      .source = "docker-library/mysql: docker-entrypoint.sh, docker_create_db_directories",
  },
  {
      .path = "nginx",
      .capabilities = "CHOWN,DAC_OVERRIDE,NET_BIND_SERVICE,SETGID,SETUID",
      .writable = "/var/cache/nginx,/run,/tmp",
      .health = "curl -fs -o /dev/null http://localhost/ || exit 1",
      .source = "docker-library/docs: nginx, Running nginx in read-only mode",
  },
  {
      .path = "nginxinc/nginx-unprivileged",
      .user = "nginx",
      .sets_user = TRUE,
      .capabilities = "",
      .writable = "/tmp",
      .source = "nginxinc/docker-nginx-unprivileged: README, USER 101",
  },
  {
      .path = "postgres",
      .user = "postgres",
      .capabilities = USUAL,
      .writable = "/run/postgresql,/tmp",
      /* Over the network: while the data is first set up, only the local socket answers. */
      .health = "pg_isready -q -h 127.0.0.1",
      .source = "docker-library/postgres: docker-entrypoint.sh; docs: Arbitrary --user Notes",
  },
  {
      .path = "rabbitmq",
      .user = "rabbitmq",
      .capabilities = USUAL,
      .health = "rabbitmq-diagnostics -q ping",
      .source = "docker-library/rabbitmq: docker-entrypoint.sh",
  },
  {
      .path = "redis",
      .user = "redis",
      .capabilities = "CHOWN,DAC_OVERRIDE,SETGID,SETPCAP,SETUID",
      .writable = "/tmp",
      .open = TRUE,
      .closed_by = "--requirepass,--aclfile",
      .health = "redis-cli ping",
      .source = "docker-library/docs: redis, Security, Process User and Privileges",
  },
  {
      .path = "valkey/valkey",
      .user = "valkey",
      .capabilities = "CHOWN,DAC_OVERRIDE,SETGID,SETPCAP,SETUID",
      .writable = "/tmp",
      .open = TRUE,
      .closed_by = "--requirepass,--aclfile",
      .health = "valkey-cli ping",
      .source = "valkey-io/valkey-container: docker-entrypoint.sh",
  },
};

const BhKnownImage *
bh_known_image_table (guint *n_images)
{
  *n_images = G_N_ELEMENTS (images);
  return images;
}

const BhKnownImage *
bh_known_image_find (const char *host, const char *path)
{
  if (*host != '\0' && strcmp (host, "docker.io") != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    if (images[i].path[0] == path[0] && strcmp (images[i].path, path) == 0)
      return &images[i];
  return NULL;
}
