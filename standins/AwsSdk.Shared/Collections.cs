namespace Amazon.Runtime.StandIns;

/// <summary>Version 4 of the SDK leaves collections null unless AWSConfigs.InitializeCollections is set; then an empty one counts as not set.</summary>
internal static class Collections
{
    public static List<T> Initial<T>() => AWSConfigs.InitializeCollections ? [] : null;

    public static Dictionary<string, T> InitialMap<T>() => AWSConfigs.InitializeCollections ? [] : null;

    public static bool IsSet<T>(ICollection<T> values) => values is not null && (values.Count > 0 || !AWSConfigs.InitializeCollections);
}
