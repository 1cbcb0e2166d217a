using SesCompliance.Bench;

// The figures are ratios against a warm invocation in the same run; absolute times are this machine's.
return await Benchmark.RunAsync(jitArchive: Path.GetFullPath(args[0]), Console.Out);
