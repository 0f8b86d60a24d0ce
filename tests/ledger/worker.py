"""A process of its own at work on a log: `python -m tests.ledger.worker prepare|act|sign|die|perish|report …`.

An act here is a row of the table `tests_act` and its entry. What was committed is acknowledged on standard output,
one line for each: a line that was read must never turn out to be untrue.
"""

import json
import os
import random
import signal
import sys
import time

import django
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.ledger.worker_settings"
django.setup()

from jingwei.ledger import actions, leaves, models, queries, tree  # noqa: E402 - Django comes first


def prepare() -> None:
    """The tables, empty."""
    call_command("migrate", "ledger", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE tests_act (subject varchar(120) PRIMARY KEY)")


def act(tag: str, count: str) -> None:
    """So many acts, one a transaction; some write several entries, and every fifth fails after its entry."""
    for number in range(int(count)):
        try:
            with transaction.atomic():
                entries = write(f"tests.act:{tag}-{number}", 1 + number % 3)
                if number % 5 == 4:
                    raise ZeroDivisionError
        except ZeroDivisionError:
            continue
        acknowledge(entries)


def sign(count: str) -> None:
    """So many checkpoints while others append."""
    for _number in range(int(count)):
        actions.sign_checkpoint()
        time.sleep(0.01)


def die(tag: str) -> None:
    """One act that is killed between its entry and the commit."""
    with transaction.atomic():
        write(f"tests.act:{tag}", 3)
        os.kill(os.getpid(), signal.SIGKILL)


def perish(tag: str, count: str) -> None:
    """So many children, each killed wherever it happens to be once it has a connection."""
    chance = random.Random(tag)
    act(f"{tag}-first", "1")  # whatever is loaded on first use is loaded before the children are born
    for number in range(int(count)):
        connection.close()
        getattr(connection, "close_pool", lambda: None)()  # a child must not share its parent's connections
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            connection.ensure_connection()
            os.write(writing, b".")
            act(f"{tag}-{number}", "1000000")
        os.read(reading, 1)
        os.close(reading)
        os.close(writing)
        time.sleep(chance.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def report() -> None:
    """The log as it is found afterwards, with what is wrong with it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject FROM tests_act")
        acts = sorted(row[0] for row in cursor.fetchall())
    entries = models.Entry.objects.filter(kind="tests.acted").values_list("index", "subject", "leaf_hash")
    head = queries.head()
    for index in range(0, head.size, 1 + head.size // 50):
        proof = queries.inclusion_proof(index)
        tree.check_inclusion(
            index=index, size=head.size, leaf_hash=proof.leaf_hash, root=head.root, proof=proof.hashes
        )
    for checkpoint in models.Checkpoint.objects.all():
        tree.check_consistency(
            old_size=checkpoint.size,
            new_size=head.size,
            old_root=checkpoint.root,
            new_root=head.root,
            proof=queries.consistency_proof(checkpoint.size),
        )
    said = {
        "findings": [f"{one.place} {one.message}" for one in queries.verify_everything()],
        "size": head.size,
        "acts": acts,
        "entries": [(index, subject, value.hex()) for index, subject, value in entries],
        "checkpoints": models.Checkpoint.objects.count(),
    }
    print(json.dumps(said))


def write(subject: str, count: int) -> list[models.Entry]:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO tests_act VALUES (%s)", [subject])
    given = leaves.Act("tests.acted", subject, {}, timezone.now(), {"actor": "周某"})
    return actions.append_many([given] * count)


def acknowledge(entries: list[models.Entry]) -> None:
    line = json.dumps([(row.index, row.subject, row.leaf_hash.hex()) for row in entries])
    os.write(1, line.encode() + b"\n")  # at once and whole, or not at all


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
