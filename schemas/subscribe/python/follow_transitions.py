"""Prints every transition as a line of JSON: follow_transitions.py [broker [registry [group]]].

Stopped and started again it goes on where it was: its group's offsets are stored behind each batch.
"""

import io
import json
import signal
import sys
import urllib.request

import avro.io
import avro.schema
from confluent_kafka import Consumer

KNOWN = b"io.directpeering.events.PeeringTransitioned"


class Registry:
    """Schemas by the 4-byte id that stands in front of every record."""

    def __init__(self, url):
        self.url = url
        self.readers = {}

    def decode(self, wire):
        if wire[0] != 0:
            raise ValueError("no record of the contract: its first byte is not zero")
        schema_id = int.from_bytes(wire[1:5], "big")
        if schema_id not in self.readers:
            with urllib.request.urlopen(f"{self.url}/schemas/ids/{schema_id}", timeout=10) as answer:
                schema = avro.schema.parse(json.load(answer)["schema"])
            self.readers[schema_id] = avro.io.DatumReader(schema)
        return self.readers[schema_id].read(avro.io.BinaryDecoder(io.BytesIO(wire[5:])))


class Follower:
    def __init__(self, registry):
        self.registry = registry
        # The last sequence of each peering. Keep it where your effect is, in one transaction: this one forgets.
        self.last = {}
        self.taken = self.repeats = self.unknown = 0

    def take(self, message):
        # A later release may put other records here. The header tells before the bytes are read.
        if dict(message.headers() or []).get("ce_type") != KNOWN:
            self.unknown += 1
            return
        transition = self.registry.decode(message.value())
        peering = str(transition["metadata"]["peeringId"])
        sequence = transition["sequence"]
        # The first that is seen of a peering is taken as it comes.
        last = self.last.get(peering, sequence - 1)
        if sequence <= last:
            self.repeats += 1
            return
        if sequence > last + 1:
            sys.exit(f"before sequence {sequence} of {peering} one is missing, which the contract rules out")
        self.last[peering] = sequence
        self.taken += 1
        print(
            json.dumps(
                {
                    "eventId": str(transition["metadata"]["eventId"]),
                    "peeringId": peering,
                    "sequence": sequence,
                    "cause": transition["cause"]["type"],
                    "state": transition["snapshot"]["state"],
                    "at": round(transition["metadata"]["occurredAt"].timestamp() * 1000),
                }
            ),
            flush=True,
        )


def main(broker="127.0.0.1:9092", registry="http://127.0.0.1:8085/apis/ccompat/v7", group="subscriber-python"):
    consumer = Consumer(
        {
            "bootstrap.servers": broker,
            "group.id": group,
            "isolation.level": "read_committed",
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
        }
    )
    stopping = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.append(True))
    follower = Follower(Registry(registry))
    consumer.subscribe(["peering-transitions"])
    while not stopping:
        batch = consumer.consume(500, timeout=1.0)
        for message in batch:
            if message.error():
                print(message.error(), file=sys.stderr)
            else:
                follower.take(message)
        if batch:
            consumer.commit(asynchronous=False)
            print(
                f"taken {follower.taken}, repeats {follower.repeats}, unknown {follower.unknown}",
                file=sys.stderr,
            )
    consumer.close()
    print("stopped", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
