# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a request for a container comes to, so that one of `docker run` and one of Compose can be held together.

Both are said without what asks for nothing, and with one spelling for what has two.
"""
import json
import posixpath
import re

from client import normal

# Members whose keys the person wrote: an empty value says something (--tmpfs /run, --label a).
WRITTEN = {"Annotations", "Config", "DriverOpts", "EndpointsConfig", "ExposedPorts", "Labels", "Networks", "Options", "PortBindings",
           "StorageOpt", "Sysctls", "Tmpfs", "Volumes"}
# Members where an empty, false or zero value is not the same as none.
TELLING = {"Init", "MaskedPaths", "MemorySwappiness", "ReadonlyPaths", "StopTimeout"}
DEFAULTS = {"MemorySwappiness": -1, "RestartPolicy": {"Name": "no"}, "NetworkMode": "default", "OomKillDisable": False}
EMPTY = (None, "", 0, False, [], {})


def asked_for(value, key="", written=False):
    """VALUE without what asks for nothing."""
    if isinstance(value, list):
        return [asked_for(item) for item in value]
    if not isinstance(value, dict):
        return value
    members = {name: asked_for(member, name, name in WRITTEN and not written) for name, member in value.items()}
    if written:
        return members
    return {name: member for name, member in members.items()
            if (member not in EMPTY or name in TELLING and member is not None) and DEFAULTS.get(name) != member}


def capability(word):
    word = word.upper()
    return word if word == "ALL" or word.startswith("CAP_") else "CAP_" + word


def security_option(text):
    name, separator, value = re.match(r"([\w-]*)([:=]?)(.*)", text, re.S).groups()
    if name == "no-new-privileges" and value in ("", "true"):
        return name
    return f"{name}={value}" if separator else name


def tidy(path):
    """A path without what names the same place."""
    return posixpath.normpath(path) if path.startswith(("/", "$CWD")) else path


def bind(text):
    """A mount of `Binds`; [what, source, target, modes]. Linux does without the last three modes."""
    source, target, *modes = text.split(":")
    silent = ("", "rw", "cached", "consistent", "delegated")
    return ["mount", tidy(source), tidy(target), sorted(mode for mode in ",".join(modes).split(",") if mode not in silent)]


def mount(value, volumes):
    """A mount of `Mounts`: in the form of bind () if that says the same. What it says of a volume goes to VOLUMES."""
    kind = value.get("Type")
    options = {**value.get("BindOptions", {}), **value.get("VolumeOptions", {})}
    modes = ["ro"] if value.get("ReadOnly") else []
    source = value.get("Source", "")
    driver = options.pop("DriverConfig", {})
    told = {"Driver": driver.get("Name"), "DriverOpts": driver.get("Options"), "Labels": options.pop("Labels", None)}
    if any(told.values()):
        volumes[source] = {name: member for name, member in told.items() if member}
    if kind == "volume" and not set(options) - {"NoCopy"}:
        return ["mount", source, tidy(value["Target"]), sorted(modes + ["nocopy"] * bool(options))]
    if kind == "bind" and options.get("CreateMountpoint") and not set(options) - {"CreateMountpoint", "Propagation"}:
        propagation = [options["Propagation"]] if "Propagation" in options else []
        return ["mount", tidy(value["Source"]), tidy(value["Target"]), sorted(modes + propagation)]
    return value


def take_networks(body, host):
    """{network: how it is joined}; host, none and container:… are networks here too."""
    mode = host.pop("NetworkMode", "default")
    endpoints = (body.pop("NetworkingConfig", None) or {}).get("EndpointsConfig", {})
    networks = {name: asked_for(endpoint) for name, endpoint in endpoints.items()}
    for endpoint in networks.values():
        if "Aliases" in endpoint:
            endpoint["Aliases"] = sorted(set(endpoint["Aliases"]))
    networks.setdefault(mode, {})
    address = body.pop("MacAddress", None)           # the old place for it
    if address:
        networks[mode].setdefault("MacAddress", address)
    return networks


def take_mounts(body, host):
    """All mounts; what is said of named volumes is in body["Volumes"] afterwards."""
    binds = [bind(text) for text in host.pop("Binds", [])]
    nameless = [["mount", "", tidy(target), []] for target in body.pop("Volumes", {})]
    named = [source for _, source, _, _ in binds if re.match(r"\w", source)]
    volumes = body["Volumes"] = {}
    if "VolumeDriver" in host and named:
        volumes.update({name: {"Driver": host["VolumeDriver"]} for name in named})
        if not nameless:
            del host["VolumeDriver"]
    return sorted(binds + nameless + [mount(value, volumes) for value in host.pop("Mounts", [])], key=json.dumps)


def plain(create):
    """What a request asks for, in one spelling."""
    body = asked_for(create["body"])
    host = body.setdefault("HostConfig", {})
    body["Name"] = create["query"].get("name", "")
    body["Platform"] = create["query"].get("platform", "")
    body["Networks"] = take_networks(body, host)
    host.pop("ConsoleSize", None)                     # of the terminal of whoever asks
    body["Env"] = list({text.partition("=")[0]: text for text in body.get("Env", [])}.values())     # the last one wins
    body["Mounts"] = take_mounts(body, host)
    body["ExposedPorts"] = {port if "/" in port else port + "/tcp": {} for port in body.get("ExposedPorts", {})}
    for key in "Dns", "DnsOptions", "DnsSearch":      # no list of a Compose file may say a thing twice
        host[key] = list(dict.fromkeys(host.get(key, [])))
    host["VolumesFrom"] = [text.removesuffix(":rw") for text in host.get("VolumesFrom", [])]
    for request in host.get("DeviceRequests", []):
        request["Capabilities"] = [sorted(set(words)) for words in request.get("Capabilities", [])]
        if request.get("Driver") == "cdi":            # which the engine looks up by name alone
            del request["Capabilities"]
    for key in "CapAdd", "CapDrop":
        host[key] = sorted({capability(word) for word in host.get(key, [])})
    host["Links"] = sorted(text if ":" in text else f"{text}:{text}" for text in host.get("Links", []))
    host["SecurityOpt"] = sorted(security_option(text) for text in host.get("SecurityOpt", []))
    return asked_for(normal(body))


def differences(one, other, path=()):
    """(path, here, there) of everything in which two of plain () differ."""
    if one == other:
        return
    if isinstance(one or {}, dict) and isinstance(other or {}, dict) and (one or other):
        for name in sorted((one or {}).keys() | (other or {}).keys()):
            yield from differences((one or {}).get(name), (other or {}).get(name), (*path, name))
    else:
        yield path, one, other
