"""OpenStack Swift with its S3 interface, whole and in one process: a proxy, one account, container and object server,
one disk that is a folder. Needs Debian's python3-swift. Prints the address once it answers; ends with its input.

  /usr/bin/python3 test/file-store/swift-server.py FOLDER PORT ACCESS_KEY SECRET_KEY BUCKET
"""
import array
import json
import os
import sys

import eventlet

eventlet.monkey_patch()

from eventlet import tpool, wsgi  # noqa: E402
from paste.deploy import loadapp  # noqa: E402
from swift.common import storage_policy, utils  # noqa: E402
from swift.common.ring import RingData  # noqa: E402
from swift.common.swob import Request  # noqa: E402

FOLDER, PORT, ACCESS_KEY, SECRET_KEY, BUCKET = sys.argv[1:]
DISK = os.path.join(FOLDER, "disks", "disk")
ACCOUNT, USER = ACCESS_KEY.split(":")
PIPELINE = "catch_errors gatekeeper listing_formats s3api tempauth copy slo dlo proxy-server"


class Memory:
    """What Swift asks of memcached, within this process; like there, every value is a copy."""

    def __init__(self):
        self.kept = {}

    def get(self, key, raise_on_error=False):
        return json.loads(self.kept.get(key, "null"))

    def set(self, key, value, **_):
        self.kept[key] = json.dumps(value)

    def delete(self, key, **_):
        self.kept.pop(key, None)


def listen(port=0):
    return eventlet.listen(("127.0.0.1", port), reuse_addr=True)


def write_ring(kind, port):
    device = {"id": 0, "region": 1, "zone": 1, "weight": 1.0, "device": "disk", "meta": "",
              "ip": "127.0.0.1", "port": port, "replication_ip": "127.0.0.1", "replication_port": port}
    RingData([array.array("H", [0, 0])], [device], 31).save(os.path.join(FOLDER, kind + ".ring.gz"))


def write_conf(kind, lines):
    path = os.path.join(FOLDER, kind + ".conf")
    with open(path, "w") as conf:
        conf.write("[DEFAULT]\nswift_dir = %s\ndevices = %s\nmount_check = false\nworkers = 0\n" % (
            FOLDER, os.path.dirname(DISK)))
        conf.write("log_level = CRITICAL\ndisable_fallocate = true\n")
        conf.write("\n".join(lines) + "\n")
    return path


def section(name, *settings):
    return ["[%s]" % name, "use = egg:swift#%s" % name.split(":")[1], *settings]


def storage_server(kind):
    socket = listen()
    write_ring(kind, socket.getsockname()[1])
    conf = write_conf(kind, ["[app:main]", "use = egg:swift#%s" % kind])
    return socket, conf


def proxy_conf():
    lines = ["[pipeline:main]", "pipeline = " + PIPELINE]
    lines += ["[app:proxy-server]", "use = egg:swift#proxy", "account_autocreate = true", "allow_account_management = true"]
    for name in PIPELINE.split()[:-1]:
        settings = {
            "tempauth": ["user_%s_%s = %s .admin" % (ACCOUNT, USER, SECRET_KEY)],
            "s3api": ["s3_acl = false", "force_swift_request_proxy_log = false", "location = eu-west-2"],
        }.get(name, [])
        lines += section("filter:" + name, *settings)
    return write_conf("proxy", lines)


def serve(socket, app):
    eventlet.spawn(wsgi.server, socket, app, log=open(os.devnull, "w"), log_output=False)


def make_bucket(proxy, memory):
    """Through the inner pipeline, as an operator would with the command line."""
    owner = "AUTH_" + ACCOUNT
    for path in ("/v1/%s" % owner, "/v1/%s/%s" % (owner, BUCKET)):
        environ = {"REQUEST_METHOD": "PUT", "swift.cache": memory, "swift_owner": True}
        request = Request.blank(path, environ=environ, headers={"X-Timestamp": utils.Timestamp.now().internal})
        response = request.get_response(proxy)
        if not response.is_success:
            sys.exit("the bucket could not be made: %s %s" % (response.status, response.body))


def main():
    os.makedirs(DISK, exist_ok=True)
    utils.SWIFT_CONF_FILE = os.path.join(FOLDER, "swift.conf")
    with open(utils.SWIFT_CONF_FILE, "w") as conf:
        conf.write("[swift-hash]\nswift_hash_path_suffix = test\n\n[storage-policy:0]\nname = one\ndefault = yes\n")
    utils.validate_hash_conf()
    storage_policy.reload_storage_policies()
    servers = [storage_server(kind) for kind in ("account", "container", "object")]
    for socket, conf in servers:
        serve(socket, loadapp("config:" + conf, global_conf={"log_name": "swift"}))
    conf = proxy_conf()
    memory = Memory()
    make_bucket(loadapp("config:" + conf, name="proxy-server"), memory)
    proxy = loadapp("config:" + conf)

    def with_memory(environ, start_response):
        environ["swift.cache"] = memory
        return proxy(environ, start_response)

    socket = listen(int(PORT))
    serve(socket, with_memory)
    print(json.dumps({"url": "http://127.0.0.1:%d" % socket.getsockname()[1]}), flush=True)
    tpool.execute(sys.stdin.read)


main()
