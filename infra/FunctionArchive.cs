using System.Reflection;

namespace SesCompliance.Infra;

/// <summary>The archive that every function deploys: a folder with the native <c>bootstrap</c>, published from lambdas/ when this project is built.</summary>
public static class FunctionArchive
{
    /// <summary>The newest glibc symbol version that Lambda's provided.al2023 has (Amazon Linux 2023 carries glibc 2.34).</summary>
    private static readonly Version LambdaGlibc = new(2, 34);

    /// <summary>The folder for an instruction set, as Lambda names it: x86_64 or arm64.</summary>
    public static string For(string architecture) => Path.Combine(
        typeof(FunctionArchive).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "FunctionArchives").Value!, architecture);

    /// <summary>Why Lambda could not run what stands there, in one line that says what to do; null if it can.</summary>
    public static string? Flaw(string architecture)
    {
        var folder = For(architecture);
        var bootstrap = Path.Combine(folder, "bootstrap");
        if (!File.Exists(bootstrap))
        {
            return $"{bootstrap} is missing: build it with LambdaArchitecture={architecture} dotnet build infra";
        }

        if (File.Exists(Path.Combine(folder, "bootstrap.dll")))
        {
            return $"{bootstrap} needs a .NET runtime, which Lambda's provided.al2023 lacks: build it with PublishAot=true, on a machine with gcc or clang";
        }

        var binary = ElfBinary.Read(bootstrap);
        if (binary is null || binary.Architecture != architecture)
        {
            return $"{bootstrap} is built for {binary?.Architecture ?? "another system than Linux"}: key {StackSettings.Namespace}:architecture asks for {architecture}";
        }

        return binary.NeededGlibc > LambdaGlibc
            ? $"{bootstrap} needs glibc {binary.NeededGlibc}, and Lambda's provided.al2023 has {LambdaGlibc}: build it on a system with an older glibc, such as Debian 12"
            : null;
    }
}
