using SesCompliance.Infra;

namespace SesCompliance.Tests.Infra;

public class FunctionArchiveTests
{
    [Fact]
    public void The_machines_own_shell_tells_its_architecture_and_glibc()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs an ELF file to read");

        var shell = ElfBinary.Read(Environment.ProcessPath!)!;

        Assert.Equal(System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x86_64", shell.Architecture);
        Assert.InRange(shell.NeededGlibc, new Version(2, 2), new Version(3, 0));
    }

    [Fact]
    public void What_is_no_ELF_file_is_told_apart() => Assert.Null(ElfBinary.Parse("#!/bin/sh\necho a script is not a native binary, however long it may be"u8));

    [Fact]
    public void A_missing_archive_says_how_to_build_it() => Assert.EndsWith(
        "is missing: build it with LambdaArchitecture=sparc dotnet build infra", FunctionArchive.Flaw("sparc"), StringComparison.Ordinal);
}
