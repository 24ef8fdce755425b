// Holds an AsyncAPI document against the specification's own JSON schema: node validate.js asyncapi.yaml.
const fs = require("node:fs");
const Ajv = require("ajv").default;
const YAML = require("yaml");
const schema = require("@asyncapi/specs/schemas/3.0.0.json");

// The schema brings its own meta-schema along.
const validate = new Ajv({ meta: false, validateSchema: false, strict: false, validateFormats: false, allErrors: true }).compile(
  schema,
);
if (!validate(YAML.parse(fs.readFileSync(process.argv[2], "utf8")))) {
  validate.errors.forEach(({ instancePath, message }) => console.error(`${instancePath}: ${message}`));
  process.exit(1);
}
console.log("valid");
