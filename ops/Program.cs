return await SesCompliance.Ops.CommandLine.RunAsync(args);
