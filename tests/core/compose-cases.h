/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

typedef struct
{
  const char *yaml;
  const char *expected;
} ComposeCase;

/* A line of a service and what `docker run` gets for it. */
static const ComposeCase line_cases[] = {
  /* command and entrypoint: as a list, and as a line that Compose takes apart */
  { "command: [sh, -c, \"a | b\"]", "i sh -c 'a | b'" },
  { "command: sh -c \"a | b\"", "i sh -c 'a | b'" },
  { "command: a \"b c\" 'd\"e' f\\ g", "i a 'b c' 'd\"e' 'f g'" },
  { "command: \"a $$X `y` $$(z w) ''\"", "i a '$X' '`y`' '$(z w)' ''" },
  { "command: 'a # b'", "i a '#' b" },
  { "command: a 2>&1", "i a" },
  { "command: a && b", "i a" },
  { "command: a ${X} \"${Y}\" '${Z:-it \"is\"}'", "i a ${X} \"${Y}\" \"${Z:-it \\\"is\\\"}\"" },
  { "command: ${X:-sh -c 'a b'} c", "i ${X:-sh -c 'a b'} c" },
  { "command: ''", "i" },
  { "command: []", "i" },
  { "command:", "i" },
  { "command: 5", "i 5" },
  { "entrypoint: [a]", "--entrypoint a i" },
  { "entrypoint: [a, b, 'c d']", "--entrypoint a i b 'c d'" },
  { "entrypoint: a \"b c\"", "--entrypoint a i 'b c'" },
  { "entrypoint: ['']", "--entrypoint '' i" },
  { "entrypoint: []", "i" },
  /* variables are kept, never put in */
  { "user: $UID:${GID:-1000}", "--user \"$UID:${GID:-1000}\" i" },
  { "hostname: a$$b$", "--hostname 'a$b$' i" },
  { "hostname: \"${A:-it's `x` $$y \\\"z\\\"}\"",
    "--hostname \"${A:-it's \\`x\\` \\$y \\\"z\\\"}\" i" },
  { "hostname: ${A:-${B:?no}}", "--hostname \"${A:-${B:?no}}\" i" },
  { "hostname: ${A:-{x}}", "--hostname \"${A:-{x\\}}\" i" },
  { "hostname: ${A", "line 4, column 15: “${A” is no variable that Compose could put in; a dollar "
                     "that is just a dollar is written twice: $$" },
  { "hostname: ${A/b/c}",
    "line 4, column 15: “${A/b/c}” is no variable that Compose could put in; a "
    "dollar that is just a dollar is written twice: $$" },
  /* ports */
  { "ports: [80, \"8080:80\", 127.0.0.1:81:81/udp, \"9000-9001:9000-9001\"]",
    "--publish 80 --publish 8080:80 --publish 127.0.0.1:81:81/udp --publish 9000-9001:9000-9001 "
    "i" },
  { "ports: [{target: 80}, {target: 80, published: 8080, host_ip: 127.0.0.1, protocol: udp}]",
    "--publish 80 --publish 127.0.0.1:8080:80/udp i" },
  { "ports: [{target: 80, published: \"8080\", mode: host, app_protocol: http}]",
    "--publish 8080:80 i" },
  { "ports: [{target: 80, host_ip: \"::1\"}]", "--publish '[::1]::80' i" },
  { "ports: [{published: 80}]",
    "line 4, column 13: a port in the long form has a “target”, the port "
    "of the container" },
  { "ports: 80",
    "line 4, column 12: “ports” is a list: each item stands on a line of its own, behind "
    "“- ”" },
  { "expose: [80, 90/udp]", "--expose 80 --expose 90/udp i" },
  /* mounts */
  { "volumes: [./a:/a, ~/b:/b:ro, /c:/c, data:/d, /e, ../f:/f]",
    "--volume ./a:/a --volume ~/b:/b:ro --volume /c:/c --volume data:/d --volume /e --volume "
    "../f:/f i" },
  { "volumes: [\"${X}:/a\", \"${Y:-./y}/z:/b\"]",
    "--volume \"${X}:/a\" --volume \"${Y:-./y}/z:/b\" i" },
  { "volumes: [./a:/x, ./b:/x]", "--volume ./b:/x i" },
  { "volumes: [{type: bind, source: a, target: /a, read_only: true, bind: {propagation: rslave, "
    "create_host_path: false}}]",
    "--mount type=bind,source=./a,target=/a,readonly,bind-propagation=rslave i" },
  { "volumes: [{type: bind, source: ~/a, target: /a}]",
    "--mount \"type=bind,source=$HOME/a,target=/a\" i" },
  { "volumes: [{type: bind, source: ../a, target: /a, bind: {create_host_path: true, selinux: z}, "
    "read_only: true}]",
    "--volume ./../a:/a:ro,z i" },
  { "volumes: [{type: volume, source: v, target: /v, volume: {nocopy: true, subpath: s}}, {type: "
    "volume, target: /w}]",
    "--mount type=volume,source=v,target=/v,volume-nocopy=true,volume-subpath=s --mount "
    "type=volume,target=/w i" },
  { "volumes: [{type: tmpfs, target: /t, tmpfs: {size: 64m, mode: 01770}}]",
    "--mount type=tmpfs,target=/t,tmpfs-size=64m,tmpfs-mode=1770 i" },
  { "volumes: [{type: bind, source: \"/a,b\", target: /a}]",
    "--mount 'type=bind,\"source=/a,b\",target=/a' i" },
  { "volumes: [{source: a}]",
    "line 4, column 15: a mount in the long form has a “type”, such as bind "
    "or volume, and a “target”, the path in the container" },
  /* One letter is taken for a drive of Windows, by Compose as by the client. */
  { "volumes: [v:/v]", "--volume v:/v i" },
  { "tmpfs: /run:size=1m", "--tmpfs /run:size=1m i" },
  { "tmpfs: [/run, /tmp]", "--tmpfs /run --tmpfs /tmp i" },
  { "volumes_from: [\"container:x:ro\", b]", "--volumes-from x:ro --volumes-from b i" },
  { "read_only: yes", "--read-only i" },
  /* environment, in both forms; YAML makes numbers of what looks like one */
  { "environment: {A: 1, B: b c, C: null, D: true, E: 1.10, F: 0x10, G: \"1.10\", H: \"\"}",
    "--env A=1 --env 'B=b c' --env C --env D=true --env E=1.10 --env F=16 --env G=1.10 --env H= "
    "i" },
  { "environment: [A=1, B, C=, D=$$x$Y]", "--env A=1 --env B --env C= --env \"D=\\$x$Y\" i" },
  { "environment: [A=1, B=2, A=3]", "--env A=3 --env B=2 i" },
  { "environment: {$A: $B}", "--env \"\\$A=$B\" i" },
  { "environment: A=1",
    "line 4, column 18: “environment” is a map of names and values, or a list of "
    "“- name=value”" },
  { "environment: {A: [1]}", "line 4, column 22: “A” needs a text or a number here, and no list or "
                             "map" },
  { "env_file: .env", "--env-file .env i" },
  { "env_file: [a.env, {path: ./b.env, required: false}]",
    "--env-file a.env --env-file ./b.env i" },
  { "labels: {a.b: c, d: 5}", "--label a.b=c --label d=5 i" },
  { "labels: [a.b=c, d]", "--label a.b=c --label d i" },
  { "annotations: {a: b}", "--annotation a=b i" },
  { "label_file: l", "--label-file l i" },
  /* networks */
  { "network_mode: host", "--network host i" },
  { "network_mode: \"container:x\"", "--network container:x i" },
  { "network_mode: \"service:x\"", "--network container:x i" },
  { "networks: [default]", "--network default i" },
  { "networks: [x, y]", "--network x --network y i" },
  { "networks: {x: {aliases: [a, b], ipv4_address: 10.0.0.2}, y: {aliases: [c], mac_address: "
    "\"02:42:ac:11:00:02\"}, z: }",
    "--network x --network-alias a --network-alias b --ip 10.0.0.2 --network "
    "name=y,alias=c,mac-address=02:42:ac:11:00:02 --network z i" },
  { "networks: {x: {priority: 1}, y: {priority: 100}}", "--network y --network x i" },
  { "networks: {x: {gw_priority: 1, aliases: [a]}}", "--network name=x,alias=a,gw-priority=1 i" },
  { "networks: {x: []}",
    "line 4, column 19: “x” is a map: each “name: value” stands on a line of its "
    "own, indented below it" },
  { "links: [db, \"db:mysql\"]", "--link db:db --link db:mysql i" },
  { "external_links: [\"q:r\"]", "--link q:r i" },
  { "extra_hosts: [\"a:1.2.3.4\", \"b=::1\"]", "--add-host a:1.2.3.4 --add-host b=::1 i" },
  { "extra_hosts: {a: 1.2.3.4, b: [\"::1\", 2.3.4.5]}",
    "--add-host a:1.2.3.4 --add-host b:::1 --add-host b:2.3.4.5 i" },
  { "dns: 1.1.1.1", "--dns 1.1.1.1 i" },
  { "dns: [1.1.1.1, 8.8.8.8]", "--dns 1.1.1.1 --dns 8.8.8.8 i" },
  /* resources */
  { "deploy: {resources: {limits: {cpus: '0.50', memory: 50M, pids: 10}, reservations: {memory: "
    "20M, "
    "cpus: '0.25'}}}",
    "--cpus 0.50 --memory 50M --pids-limit 10 --memory-reservation 20M i" },
  { "deploy: {resources: {reservations: {devices: [{capabilities: [gpu]}]}}}", "--gpus all i" },
  { "deploy: {resources: {reservations: {devices: [{capabilities: [gpu], count: 2}]}}}",
    "--gpus 2 i" },
  { "deploy: {resources: {reservations: {devices: [{capabilities: [gpu, utility], driver: nvidia, "
    "device_ids: ['0', '1']}]}}}",
    "--gpus '\"device=0,1\",driver=nvidia,\"capabilities=gpu,utility\"' i" },
  { "deploy: {resources: {reservations: {devices: [{capabilities: [tpu]}]}}}", "i" },
  { "gpus: all", "--gpus all i" },
  { "gpus: [{driver: nvidia, count: 1}]", "--gpus count=1,driver=nvidia i" },
  { "mem_limit: 67108864", "--memory 67108864 i" },
  { "memswap_limit: -1", "--memory-swap -1 i" },
  { "shm_size: 1gb", "--shm-size 1gb i" },
  { "cpus: 1.50", "--cpus 1.50 i" },
  { "cpu_shares: 0755", "--cpu-shares 493 i" },
  { "ulimits: {nproc: 5, nofile: {soft: 1024, hard: 2048}}",
    "--ulimit nproc=5 --ulimit nofile=1024:2048 i" },
  { "blkio_config: {weight: 300, weight_device: [{path: /dev/sda, weight: 400}], device_read_bps: "
    "[{path: /dev/sdb, rate: 12mb}]}",
    "--blkio-weight 300 --blkio-weight-device /dev/sda:400 --device-read-bps /dev/sdb:12mb i" },
  { "devices: [/dev/fuse, {source: /dev/a, target: /dev/b, permissions: r}]",
    "--device /dev/fuse --device /dev/a:/dev/b:r i" },
  { "sysctls: {net.core.somaxconn: 1024}", "--sysctl net.core.somaxconn=1024 i" },
  { "storage_opt: {size: 1G}", "--storage-opt size=1G i" },
  /* restart, health, logging, stop */
  { "restart: \"no\"", "--restart no i" },
  { "restart: on-failure:3", "--restart on-failure:3 i" },
  { "deploy: {restart_policy: {condition: any, delay: 5s}}", "--restart always i" },
  { "deploy: {restart_policy: {condition: on-failure, max_attempts: 3}}",
    "--restart on-failure:3 i" },
  { "deploy: {restart_policy: {condition: none}}", "--restart no i" },
  { "deploy: {restart_policy: {delay: 5s}}", "i" },
  { "healthcheck: {test: curl -f x || exit 1, interval: 1m30s, timeout: 10s, retries: 3, "
    "start_period: 40s, start_interval: 5s}",
    "--health-cmd 'curl -f x || exit 1' --health-interval 1m30s --health-timeout 10s "
    "--health-retries 3 --health-start-period 40s --health-start-interval 5s i" },
  { "healthcheck: {test: [CMD-SHELL, \"a 'b'\"]}", "--health-cmd \"a 'b'\" i" },
  { "healthcheck: {test: [CMD, a, \"b c\", \"it's\", \"$$x\", \"${Y}z\", '']}",
    "--health-cmd \"a 'b c' 'it'\\\\''s' '\\$x' \\\"${Y}\\\"'z' ''\" i" },
  { "healthcheck: {test: [NONE]}", "--no-healthcheck i" },
  { "healthcheck: {disable: true, test: a, interval: 1s}", "--no-healthcheck i" },
  { "healthcheck: {disable: false, test: a}", "--health-cmd a i" },
  { "healthcheck: {test: [curl, x]}",
    "line 4, column 25: a health check as a list begins with CMD, CMD-SHELL or NONE: [\"CMD\", "
    "\"curl\", \"-f\", \"…\"]" },
  { "logging: {driver: json-file, options: {max-size: 10m, max-file: 3}}",
    "--log-driver json-file --log-opt max-size=10m --log-opt max-file=3 i" },
  { "stop_grace_period: 1m30s", "--stop-timeout 90 i" },
  { "stop_grace_period: 1.5s", "--stop-timeout 1 i" },
  { "stop_grace_period: 10",
    "line 4, column 24: “stop_grace_period” is a time with its unit, such as "
    "30s or 1m30s, not “10”" },
  { "stop_signal: SIGINT", "--stop-signal SIGINT i" },
  /* privileges and namespaces */
  { "privileged: true", "--privileged i" },
  { "init: false", "--init=false i" },
  { "tty: maybe", "line 4, column 10: “tty” is true or false, not “maybe”" },
  { "tty: ${T}", "--tty=\"${T}\" i" },
  { "cap_add: [NET_ADMIN, ALL]", "--cap-add NET_ADMIN --cap-add ALL i" },
  { "security_opt: [no-new-privileges:true]", "--security-opt no-new-privileges:true i" },
  { "group_add: [1000, adm]", "--group-add 1000 --group-add adm i" },
  { "pid: host", "--pid host i" },
  { "pid: \"service:x\"", "--pid container:x i" },
  { "ipc: shareable", "--ipc shareable i" },
  { "cgroup: private", "--cgroupns private i" },
  { "userns_mode: host", "--userns host i" },
  { "use_api_socket: true", "--use-api-socket i" },
  { "pull_policy: if_not_present", "--pull missing i" },
  { "pull_policy: daily", "i" },
  /* what has no option stays out of the command */
  { "depends_on: [b]", "i" },
  { "build: .", "i" },
  { "x-mine: {a: b}", "i" },
  { "command: !reset a", "i" },
};

/* Whole files and a command for each service. */
static const ComposeCase file_cases[] = {
  /* Names that the top level gives. */
  { "services:\n"
    "  a: {image: x, volumes: [vv:/v, ww:/w], networks: [n, o]}\n"
    "volumes: {vv: {name: other}, ww: {external: {name: old}}}\n"
    "networks: {n: {name: net}, o: }\n",
    "docker run --volume other:/v --volume old:/w --network net --network o x\n" },
  { "services: {a: {image: x}}\nnetworks: {default: {name: shared, external: true}}\n",
    "docker run --network shared x\n" },
  { "services: {a: {image: x}}\nnetworks: {default: {driver: bridge}}\n", "docker run x\n" },
  /* Files become mounts. */
  { "services:\n"
    "  a:\n"
    "    image: x\n"
    "    secrets: [s, {source: s, target: t}, e]\n"
    "    configs: [c, {source: c, target: /etc/c}]\n"
    "secrets: {s: {file: ./s.txt}, e: {environment: E}}\n"
    "configs: {c: {file: c.conf}}\n",
    "docker run --mount type=bind,source=./s.txt,target=/run/secrets/s,readonly "
    "--mount type=bind,source=./s.txt,target=/run/secrets/t,readonly "
    "--mount type=bind,source=./c.conf,target=/c,readonly "
    "--mount type=bind,source=./c.conf,target=/etc/c,readonly x\n" },
  /* Services that name one another. */
  { "services:\n"
    "  a: {image: x, network_mode: \"service:b\", volumes_from: [\"b:ro\"], links: [b]}\n"
    "  b: {image: y, container_name: bee}\n",
    "docker run --network container:bee --volumes-from bee:ro --link bee:b x\n"
    "docker run --name bee y\n" },
  /* An image that is to be built gets the name that Compose would give it. */
  { "name: shop\nservices: {Web: {build: ./web}}\n", "docker run shop-web\n" },
  { "services: {web: {build: ./web}}\n", "docker run web\n" },
  /* Anchors and merges. */
  { "x-base: &base {image: x, restart: always}\n"
    "services:\n"
    "  a: {<<: *base, restart: \"no\"}\n"
    "  b: *base\n",
    "docker run --restart no x\ndocker run --restart always x\n" },
  /* extends, as Compose 2.26 merges */
  { "services:\n"
    "  base:\n"
    "    image: x\n"
    "    command: [a]\n"
    "    environment: {A: 1, B: $2}\n"
    "    ports: [\"80:80\"]\n"
    "    volumes: [./a:/a, ./b:/b]\n"
    "    dns: 1.1.1.1\n"
    "    networks: [n1]\n"
    "    ulimits: {nofile: {soft: 1, hard: 2}}\n"
    "    logging: {driver: json-file, options: {max-size: 1m}}\n"
    "    healthcheck: {test: [CMD, a], interval: 3s}\n"
    "  a:\n"
    "    extends: base\n"
    "    command: b\n"
    "    environment: [B=3, C=4]\n"
    "    ports: [\"81:81\"]\n"
    "    volumes: [\"./c:/a:ro\"]\n"
    "    dns: [2.2.2.2]\n"
    "    networks: {n2: {aliases: [q]}}\n"
    "    ulimits: {nofile: 5}\n"
    "    logging: {options: {max-file: 2}}\n"
    "    healthcheck: {test: b}\n"
    "networks: {n1: , n2: }\n",
    "docker run --env A=1 --env 'B=$2' --publish 80:80 --volume ./a:/a --volume ./b:/b "
    "--dns 1.1.1.1 --network n1 --ulimit nofile=1:2 --log-driver json-file --log-opt max-size=1m "
    "--health-cmd a --health-interval 3s x a\n"
    "docker run --env A=1 --env B=3 --env C=4 --publish 80:80 --publish 81:81 --volume ./b:/b "
    "--volume ./c:/a:ro --dns 1.1.1.1 --dns 2.2.2.2 --network n1 --network name=n2,alias=q "
    "--ulimit nofile=5 --log-driver json-file --log-opt max-size=1m --log-opt max-file=2 "
    "--health-cmd b --health-interval 3s x b\n" },
  { "services:\n"
    "  base: {image: x, command: a, environment: {A: 1, B: 2}, ports: [\"80\"]}\n"
    "  a: {extends: {service: base}, command: null, environment: {A: !reset null}, ports: "
    "!override "
    "[\"81\"]}\n",
    "docker run --env A=1 --env B=2 --publish 80 x a\ndocker run --env B=2 --publish 81 x\n" },
  { "services:\n  a: {extends: b}\n  b: {extends: c}\n  c: {image: x}\n",
    "docker run x\ndocker run x\ndocker run x\n" },
  { "services:\n  a: {extends: b}\n  b: {extends: a}\n",
    "line 2, column 16: services extend one another in a circle, or more than 32 of them do\n" },
  { "services:\n  a: {extends: b}\n",
    "line 2, column 16: there is no service “b” in this file that could be extended\n" },
  { "services:\n  a: {extends: {file: f.yaml, service: b}, image: x}\n", "docker run x\n" },
  /* One document over the other. */
  { "services: {a: {image: x, command: a, ports: [\"80\"]}}\n"
    "---\n"
    "services: {a: {command: b, ports: [\"81\"]}, b: {image: y}}\n",
    "docker run --publish 80 --publish 81 x b\ndocker run y\n" },
  /* Without “services:”, as in old files and snippets. */
  { "web:\n  image: x\n  ports: [\"80\"]\n", "docker run --publish 80 x\n" },
  /* What is wrong as a whole. */
  { "services:\n",
    "line 1, column 1: there is no service here: “services:” is expected, and below it "
    "a name for each service\n" },
  { "services: {}\n", "line 1, column 11: there is no service here\n" },
  { "services: []\n",
    "line 1, column 11: “services” is a map: a name for each service, and below it "
    "what it is\n" },
  { "services:\n  web: nginx\n",
    "line 2, column 8: the service “web” is a map: “image: …” and what "
    "else it is, indented below its name\n" },
  { "services:\n  - web\n",
    "line 2, column 3: “services” is a map: a name for each service, and below "
    "it what it is\n" },
  { "services: {a: {image: x}}\nvolumes: [v]\n",
    "line 2, column 10: “volumes” at the top is a map: a "
    "name for each, and below it what it is\n" },
  { "services:\n  a:\n    image: x\n    image: y\n",
    "line 4, column 5: “image” is there twice, first in line 3, column 5: keep one of them\n" },
};

/* Files and what is said of them: line, column, kind, message. */
static const ComposeCase note_cases[] = {
  { "services:\n  a: {image: x, depends_on: [b], build: ., restart: \"no\"}\n", "" },
  { "services:\n  a: {image: x, env: [A=1], enviroment: [], bogus: 1, x-mine: 2}\n",
    "2:17 unknown: A service has no key “env”. Is “env_file” meant? It is kept as it is.\n"
    "2:29 unknown: A service has no key “enviroment”. Is “environment” meant? It is kept as it "
    "is.\n"
    "2:45 unknown: A service has no key “bogus” that is known. It is kept as it is.\n" },
  { "services:\n  a: {image: x, environment: {A: 0755, B: 10}, user: 1000, ports: }\n",
    "2:34 changed: To YAML, “0755” is the same as “493”; in quotes it would stay as it is.\n"
    "2:54 repaired: “user” has to be a text, not a number or the like: Compose wants quotes around "
    "“1000”.\n"
    "2:60 ignored: “ports” has no value, which Compose refuses: it counts as not there.\n" },
  { "services:\n  a: {image: x, volumes: [vv:/v], networks: [n]}\n",
    "2:27 repaired: The volume “vv” is not declared below “volumes” at the top, which Compose "
    "refuses; "
    "it is taken for one of this very name.\n"
    "2:46 repaired: The network “n” is not declared below “networks” at the top, which Compose "
    "refuses; it is taken for one that there is.\n" },
  { "services:\n  a: {image: x, command: a && b}\n",
    "2:26 ignored: Compose leaves out what stands behind the command: “&& b”. For a shell to read "
    "it, "
    "write [\"sh\", \"-c\", \"…\"].\n" },
  { "services:\n  a: {image: x, healthcheck: {tests: a}, logging: {x-y: 1}}\n",
    "2:31 unknown: “tests” is not known below “healthcheck”. It is kept.\n" },
  { "web:\n  image: x\n", "1:1 repaired: “services:” is missing above the services, which Compose "
                          "refuses; it was put there.\n" },
  { "services:\n  a: {image: x, extends: {file: f.yaml, service: b}}\n",
    "2:26 ignored: What the service takes over from another file is not known here: other files "
    "are "
    "not read.\n" },
};
