using System.Reflection;

namespace SesCompliance.Local;

/// <summary>Where this was built, since stack files, node packages and the functions' archive stand there.</summary>
public static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
}
