// Runs dynalite on a free port, which it prints, until standard input closes: so it goes with the process that started it, however that one dies.
const db = require('dynalite/db')

// dynalite 4.0.0 lacks ReturnValuesOnConditionCheckFailure (DynamoDB has it since June 2023): the row that failed the condition comes with the refusal.
for (const operation of ['putItem', 'updateItem', 'deleteItem']) {
  require(`dynalite/validations/${operation}`).types.ReturnValuesOnConditionCheckFailure = { type: 'String', enum: ['ALL_OLD', 'NONE'] }
}

const checkConditional = db.checkConditional
db.checkConditional = (data, item) => {
  const refusal = checkConditional(data, item)
  if (refusal && item && data.ReturnValuesOnConditionCheckFailure === 'ALL_OLD') refusal.body.Item = item
  return refusal
}

const server = require('dynalite')({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.stdin.on('end', () => process.exit()).on('error', () => process.exit()).resume()
