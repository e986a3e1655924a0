function Get-InnkeeperClusterPart {
    <#
    .SYNOPSIS
        Reads the cluster of which this host is a node: its name and its nodes. Null if the cluster service is not running.
    .DESCRIPTION
        The service is checked first: on a host that is not a cluster node the cluster cmdlets load slowly and then fail.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    $service = (Read-InnkeeperRow 'Win32_Service' { CimCmdlets\Get-CimInstance -ClassName Win32_Service -Filter "Name='ClusSvc'" } $problems).rows
    $isNode = $false
    foreach ($row in $service) { $isNode = (Get-InnkeeperProperty $row 'State') -eq 'Running' }
    if (-not $isNode) { return New-InnkeeperReading $null $problems }

    $cluster = Read-InnkeeperRow 'Get-Cluster' { FailoverClusters\Get-Cluster } $problems
    $before = $problems.Count
    $nodes = Read-InnkeeperRow 'Get-ClusterNode' { FailoverClusters\Get-ClusterNode } $problems
    $isComplete = $problems.Count -eq $before
    if ($cluster.isMissing) { $problems.Add('This host is a node of a cluster, but the FailoverClusters module (feature RSAT-Clustering-PowerShell) is not installed.') }
    $part = $null
    foreach ($row in $cluster.rows) {
        $part = [ordered]@{ name = ConvertTo-InnkeeperValue text (Get-InnkeeperProperty $row 'Name') }
        $names = @(foreach ($node in $nodes.rows) { ConvertTo-InnkeeperValue text (Get-InnkeeperProperty $node 'Name') })
        # An incomplete list would mean that the other nodes left the cluster.
        if ($null -ne $nodes.rows -and $isComplete -and $null -notin $names) { $part['nodes'] = $names }
    }
    New-InnkeeperReading $part $problems
}
