// Prints every transition as a line of JSON: node follow-transitions.js [broker [registry [group]]].
//
// Stopped and started again it goes on where it was: its group's offsets are stored behind each batch.
const { Kafka, logLevel } = require("kafkajs");
const { SchemaRegistry } = require("@kafkajs/confluent-schema-registry");

const KNOWN = "io.directpeering.events.PeeringTransitioned";

const [
  broker = "127.0.0.1:9092",
  registryUrl = "http://127.0.0.1:8085/apis/ccompat/v7",
  group = "subscriber-javascript",
] = process.argv.slice(2);

const kafka = new Kafka({
  brokers: [broker],
  logLevel: logLevel.WARN,
  // Its own logger writes to standard output, which is for transitions.
  logCreator: () => ({ log }) => console.error(log.message),
});
const registry = new SchemaRegistry({ host: registryUrl });

// The last sequence of each peering. Keep it where your effect is, in one transaction: this one forgets.
const last = new Map();
const seen = { taken: 0, repeats: 0, unknown: 0 };

async function take(message) {
  // A later release may put other records here. The header tells before the bytes are read.
  if (String(message.headers.ce_type) !== KNOWN) {
    seen.unknown++;
    return;
  }
  const transition = await registry.decode(message.value);
  const { eventId, peeringId, occurredAt } = transition.metadata;
  const { sequence } = transition;
  // The first that is seen of a peering is taken as it comes.
  const before = last.get(peeringId) ?? sequence - 1;
  if (sequence <= before) {
    seen.repeats++;
    return;
  }
  if (sequence > before + 1) {
    throw new Error(`before sequence ${sequence} of ${peeringId} one is missing, which the contract rules out`);
  }
  last.set(peeringId, sequence);
  seen.taken++;
  console.log(
    JSON.stringify({
      eventId,
      peeringId,
      sequence,
      cause: transition.cause.type,
      state: transition.snapshot.state,
      at: Number(occurredAt),
    }),
  );
}

async function main() {
  // Committed records only: that is this library's default.
  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topics: ["peering-transitions"], fromBeginning: true });
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.once(signal, async () => {
      await consumer.disconnect();
      console.error("stopped");
      process.exit(0);
    });
  }
  await consumer.run({
    eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
      for (const message of batch.messages) {
        await take(message);
        resolveOffset(message.offset);
        await heartbeat();
      }
      console.error(`taken ${seen.taken}, repeats ${seen.repeats}, unknown ${seen.unknown}`);
    },
  });
}

main().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
