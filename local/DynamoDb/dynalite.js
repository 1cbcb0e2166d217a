// Runs dynalite on a free port, which it prints, until standard input closes: so it goes with the process that started it, however that one dies.
const server = require('dynalite')({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })

server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.stdin.on('end', () => process.exit()).on('error', () => process.exit()).resume()
