using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Tells the garbage collector how much memory the function has, unless AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK=true.</summary>
internal static class HeapLimit
{
    private const ulong Megabyte = 1024 * 1024;

    public static void ApplyFunctionMemorySize()
    {
        var declined = Environment.GetEnvironmentVariable("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK");
        if (string.Equals(declined, "true", StringComparison.OrdinalIgnoreCase)
            || !ulong.TryParse(RuntimeEnvironment.MemorySize, CultureInfo.InvariantCulture, out var megabytes)
            || (ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < megabytes * Megabyte)
        {
            return;
        }

        AppContext.SetData("GCHeapHardLimit", megabytes * Megabyte);
        try
        {
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException)
        {
            // More than that is in use already; the function runs on without the hint.
        }
    }
}
